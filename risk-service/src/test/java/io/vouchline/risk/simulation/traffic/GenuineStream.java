package io.vouchline.risk.simulation.traffic;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.risk.simulation.traffic.Request.Later;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The requests of genuine callers: days to warm up, then the measured day with a rush. */
public final class GenuineStream {

    /** Requests of each hour of the day, in thousandths. Assumed: office hours and the evening. */
    private static final int[] RHYTHM = {
        4, 2, 1, 1, 2, 5, 14, 35, 62, 78, 82, 80, 74, 72, 74, 74, 72, 68, 60, 48, 38, 28, 17, 9
    };

    private static final int NIGHT_ENDS = 6;
    private static final int SOONEST_REPEAT_SECONDS = 25;
    private static final int LATEST_REPEAT_SECONDS = 60;
    private static final Duration DAY = Duration.ofDays(1);

    private final World world;
    private final Priors priors;
    private final RandomGenerator random;
    private final Outcomes outcomes;
    private final List<Customer> homeBodies;
    private final List<Request> requests = new ArrayList<>();
    private int nextNew;

    private GenuineStream(World world) {
        this.world = world;
        this.priors = world.priors();
        this.random = world.random("genuine");
        double conversion =
                priors.lowestConversion()
                        + random.nextDouble()
                                * (priors.highestConversion() - priors.lowestConversion());
        this.outcomes = new Outcomes(priors, conversion, random);
        this.homeBodies =
                world.population().customers().subList(0, priors.regulars()).stream()
                        .filter(customer -> customer.kinds().contains(Kind.HOME))
                        .toList();
        this.nextNew = priors.regulars();
    }

    /** All of them, by their time. */
    public static List<Request> of(World world) {
        return new GenuineStream(world).all();
    }

    private List<Request> all() {
        for (int day = 0; day < priors.warmUpDays(); day++) {
            day(day, priors.warmUpRequests());
        }
        day(priors.warmUpDays(), priors.requests());
        rush();
        requests.sort(Comparator.comparing(Request::at).thenComparing(Request::id));
        return requests;
    }

    private void day(int day, int count) {
        for (int i = 0; i < count; i++) {
            boolean isNew = random.nextDouble() < priors.firstTime();
            Customer customer = isNew ? newcomer() : regular(world.population().customers());
            Instant at = within(day, customer);
            add(customer, at, kinds(customer, isNew, at));
        }
    }

    /** The usual traffic of that time of day goes on beside it. */
    private void rush() {
        Instant start = world.timeline().measured().plus(priors.rushStart());
        Instant end = start.plus(priors.rushLength());
        long usual =
                requests.stream()
                        .filter(request -> !request.at().isBefore(start))
                        .filter(request -> request.at().isBefore(end))
                        .count();
        long more = Math.round(usual * (priors.rushFactor() - 1));
        double millis = priors.rushLength().toMillis();
        for (int i = 0; i < more; i++) {
            boolean isNew = random.nextDouble() < priors.rushFirstTime();
            Customer customer = isNew ? newcomer() : regular(homeBodies);
            Instant at = start.plusMillis((long) (random.nextDouble() * millis));
            Set<Kind> kinds = kinds(customer, isNew, at);
            kinds.add(Kind.RUSH);
            add(customer, at, kinds);
        }
    }

    private Customer newcomer() {
        List<Customer> all = world.population().customers();
        if (nextNew == all.size()) {
            throw new IllegalArgumentException(
                    "priors.customers: too few for so many first requests");
        }
        return all.get(nextNew++);
    }

    private Customer regular(List<Customer> from) {
        return from.get(random.nextInt(Math.min(priors.regulars(), from.size())));
    }

    /** A time of the bank's day that is a likely one where the customer lives. */
    private Instant within(int day, Customer customer) {
        LocalTime time =
                LocalTime.of(
                        customer.nightOwl() ? random.nextInt(NIGHT_ENDS) : hour(),
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextInt(1000) * 1_000_000);
        Instant at = world.timeline().date(day).atTime(time).atZone(customer.zone()).toInstant();
        if (at.isBefore(world.timeline().start(day))) {
            return at.plus(DAY);
        }
        return at.isBefore(world.timeline().start(day + 1)) ? at : at.minus(DAY);
    }

    private int hour() {
        int part = random.nextInt(1000);
        int hour = 0;
        while (part >= RHYTHM[hour]) {
            part -= RHYTHM[hour++];
        }
        return hour;
    }

    private static Set<Kind> kinds(Customer customer, boolean isNew, Instant at) {
        Set<Kind> kinds = EnumSet.copyOf(customer.kinds());
        if (isNew) {
            kinds.add(Kind.NEW);
        }
        if (at.atZone(customer.zone()).getHour() < NIGHT_ENDS) {
            kinds.add(Kind.NIGHT);
        }
        return kinds;
    }

    private void add(Customer customer, Instant at, Set<Kind> kinds) {
        if (random.nextDouble() >= priors.repeats()) {
            add(customer, at, kinds, outcomes.any());
            return;
        }
        add(customer, at, kinds, Outcomes.late());
        Set<Kind> again = EnumSet.copyOf(kinds);
        again.add(Kind.REPEAT);
        again.remove(Kind.NEW);
        int seconds = random.nextInt(SOONEST_REPEAT_SECONDS, LATEST_REPEAT_SECONDS + 1);
        add(customer, at.plusSeconds(seconds), again, outcomes.any());
    }

    private void add(Customer customer, Instant at, Set<Kind> kinds, List<Later> afterwards) {
        boolean web = customer.address().isPresent();
        Optional<Attestation> attestation = web ? Optional.empty() : Optional.of(attestation());
        requests.add(
                new Request(
                        "genuine-%06d".formatted(requests.size()),
                        at,
                        customer.number(),
                        web ? Clients.WEB : Clients.VOICE,
                        customer.address(),
                        web ? Optional.empty() : Optional.of(ani(customer)),
                        attestation,
                        Optional.empty(),
                        kinds,
                        world.cost(customer.number()),
                        afterwards));
    }

    /** Those who do not call from their own telephone call from a neighbour's. */
    private PhoneNumber ani(Customer customer) {
        return random.nextDouble() < priors.fromOwnNumber()
                ? customer.number()
                : Numbering.sibling(customer.number(), 4, random).orElse(customer.number());
    }

    private Attestation attestation() {
        double part = random.nextDouble();
        if (part < priors.fullyAttested()) {
            return Attestation.A;
        }
        if (part < priors.fullyAttested() + priors.failedAttestation()) {
            return Attestation.FAILED;
        }
        return switch (random.nextInt(4)) {
            case 0 -> Attestation.B;
            case 1 -> Attestation.C;
            default -> Attestation.NONE;
        };
    }
}
