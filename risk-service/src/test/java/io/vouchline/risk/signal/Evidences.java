package io.vouchline.risk.signal;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.AssessmentRequest;
import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.contract.risk.RiskApi.Circumstances;
import io.vouchline.contract.risk.RiskApi.Policy;
import io.vouchline.contract.risk.RiskApi.Scale;
import io.vouchline.risk.history.History;
import io.vouchline.risk.history.History.ClientHistory;
import io.vouchline.risk.history.History.DestinationHistory;
import io.vouchline.risk.history.History.NumberHistory;
import io.vouchline.risk.listing.Listed;
import io.vouchline.risk.number.Intelligence;
import io.vouchline.risk.number.LineType;
import io.vouchline.risk.number.SpecialRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes evidence. It begins as that of {@link #newNumber}; each method changes one thing and
 * answers the same builder.
 */
public final class Evidences {

    private PhoneNumber number = PhoneNumber.ofE164("+16502530000");
    private LineType type = LineType.MOBILE;
    private SpecialRange range = SpecialRange.ORDINARY;
    private Optional<String> region = Optional.of("US");
    private Set<ZoneId> zones = Set.of(ZoneId.of("America/Los_Angeles"));
    private Set<String> expectedRegions = Set.of();
    private PhoneNumber ani;
    private Attestation attestation;
    private Listed listed = Listed.NOWHERE;
    private boolean outcomesRead = true;
    private boolean remembered = true;
    private double askedHour = 1;
    private double askedDay = 1;
    private double wrongDay;
    private double lockOuts;
    private Optional<Duration> sinceFirst = Optional.empty();
    private Optional<Duration> sinceVerified = Optional.empty();
    private boolean reported;
    private Traffics block = Traffics.first();
    private Traffics numberRange = Traffics.first();
    private Traffics country = Traffics.first();
    private int neighbours;
    private double askedMinutes = 1;
    private double usualHour;
    private double clientSentDay;
    private double clientVerifiedDay;
    private double sourceHour;
    private Instant now = Instant.parse("2026-03-02T20:00:00Z");

    private Evidences() {}

    /**
     * A mobile number of the client's own country, asked for the first time, at noon, by a client
     * and in a block, range and country without a past.
     */
    public static Evidences newNumber() {
        return new Evidences();
    }

    public Evidences number(String e164) {
        number = PhoneNumber.ofE164(e164);
        return this;
    }

    public Evidences type(LineType lineType) {
        type = lineType;
        return this;
    }

    public Evidences range(SpecialRange special) {
        range = special;
        return this;
    }

    /** The number's region; the client's is US. */
    public Evidences region(String iso) {
        region = Optional.of(iso);
        return this;
    }

    public Evidences noRegion() {
        region = Optional.empty();
        return this;
    }

    public Evidences zones(String... names) {
        zones = Set.of(names).stream().map(ZoneId::of).collect(Collectors.toSet());
        return this;
    }

    public Evidences expecting(String... regions) {
        expectedRegions = Set.of(regions);
        return this;
    }

    public Evidences ani(String e164) {
        ani = PhoneNumber.ofE164(e164);
        return this;
    }

    public Evidences attestation(Attestation given) {
        attestation = given;
        return this;
    }

    public Evidences listed(Listed where) {
        listed = where;
        return this;
    }

    /** What is remembered could not be read. */
    public Evidences degraded() {
        remembered = false;
        return this;
    }

    public Evidences asked(double hour, double day) {
        askedHour = hour;
        askedDay = day;
        return this;
    }

    public Evidences wrong(double day) {
        wrongDay = day;
        return this;
    }

    public Evidences lockOuts(double count) {
        lockOuts = count;
        return this;
    }

    public Evidences firstAsked(Duration ago) {
        sinceFirst = Optional.of(ago);
        return this;
    }

    public Evidences verified(Duration ago) {
        sinceVerified = Optional.of(ago);
        return this;
    }

    public Evidences reported() {
        reported = true;
        return this;
    }

    public Evidences block(Traffics traffic) {
        block = traffic;
        return this;
    }

    public Evidences numberRange(Traffics traffic) {
        numberRange = traffic;
        return this;
    }

    public Evidences country(Traffics traffic) {
        country = traffic;
        return this;
    }

    public Evidences neighbours(int count) {
        neighbours = count;
        return this;
    }

    public Evidences client(double minutes, double usual) {
        askedMinutes = minutes;
        usualHour = usual;
        return this;
    }

    public Evidences withoutOutcomes() {
        outcomesRead = false;
        return this;
    }

    public Evidences clientCodes(double sent, double verified) {
        clientSentDay = sent;
        clientVerifiedDay = verified;
        return this;
    }

    public Evidences source(double hour) {
        sourceHour = hour;
        return this;
    }

    public Evidences at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Evidence build() {
        return new Evidence(
                new AssessmentRequest(
                        "request-1",
                        number,
                        number.e164(),
                        "US",
                        new Policy(600, Scale.INTELLIGENCE_2_0, expectedRegions, false),
                        new Circumstances(true, ani, attestation, null)),
                new Intelligence(type, range, region, Optional.empty(), Optional.empty(), zones),
                listed,
                remembered ? Optional.of(history()) : Optional.empty(),
                outcomesRead,
                now);
    }

    private History history() {
        return new History(
                new NumberHistory(
                        askedHour,
                        askedDay,
                        wrongDay,
                        lockOuts,
                        sinceFirst,
                        sinceVerified,
                        reported),
                new DestinationHistory(
                        block.build(), numberRange.build(), country.build(), neighbours),
                new ClientHistory(
                        askedMinutes, usualHour, clientSentDay, clientVerifiedDay, sourceHour));
    }
}
