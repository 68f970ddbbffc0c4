package io.vouchline.risk.history;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.number.Place;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.risk.history.History.Traffic;
import io.vouchline.risk.history.HistoryStore.Ask;
import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.history.HistoryStore.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedisHistoryStoreTest extends RedisStoreTest {

    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+16502530000");
    private static final double CLOSE = 0.01;

    private final NumberHash numbers =
            new NumberHash(SecretKeySet.read("test", KeyFiles.secret("numbers")).current());
    private HistoryStore store;
    private String tenant;

    @BeforeEach
    void aTenantThatNoTestHasUsed() {
        store = new RedisHistoryStore(redis, new Keys(numbers), numbers, clock);
        tenant = "bank-" + UUID.randomUUID();
    }

    @Test
    void aRequestSeesItselfAndThoseBeforeIt() {
        assertEquals(1, ask(NUMBER).number().askedHour(), CLOSE);
        History second = ask(NUMBER);
        assertEquals(2, second.number().askedHour(), CLOSE);
        assertEquals(2, second.number().askedDay(), CLOSE);
        assertEquals(2, second.client().askedMinutes(), CLOSE);
        assertEquals(2, second.client().usualHour(), CLOSE);
        for (Traffic traffic : levels(second)) {
            assertEquals(2, traffic.askedHour(), CLOSE);
            assertEquals(2, traffic.admittedHour(), CLOSE);
            assertEquals(2, traffic.unverifiedHour(), CLOSE);
            assertEquals(0, traffic.unverifiedDay(), CLOSE);
        }
    }

    @Test
    void ofParallelRequestsEachSeesAnotherCount() {
        List<Uni<History>> asks =
                IntStream.range(0, 200).mapToObj(i -> store.ask(asking(NUMBER, true))).toList();
        List<Long> counts =
                await(Uni.join().all(asks).andFailFast()).stream()
                        .map(history -> Math.round(history.number().askedHour()))
                        .sorted()
                        .toList();
        assertEquals(IntStream.rangeClosed(1, 200).mapToObj(i -> (long) i).toList(), counts);
    }

    @Test
    void triesOfOneRequestCountOnce() {
        Ask ask = asking(NUMBER, true);
        await(store.ask(ask));
        History again = await(store.ask(ask));
        assertEquals(1, again.number().askedHour(), CLOSE);
        assertEquals(1, again.destination().block().admittedHour(), CLOSE);
        assertEquals(1, again.client().askedMinutes(), CLOSE);
    }

    @Test
    void countsFadeOverTheirWindow() {
        ask(NUMBER);
        clock.moveTo(Duration.ofHours(1));
        History later = ask(NUMBER);
        assertEquals(1 + Math.exp(-1), later.number().askedHour(), CLOSE);
        assertEquals(1 + Math.exp(-1.0 / 24), later.number().askedDay(), CLOSE);
        assertEquals(1 + Math.exp(-6), later.client().askedMinutes(), CLOSE);
        assertEquals(1 + Math.exp(-1), later.destination().country().askedHour(), CLOSE);
    }

    @Test
    void whenANumberWasFirstAskedForIsKnown() {
        assertEquals(Optional.empty(), ask(NUMBER).number().sinceFirst());
        clock.moveTo(Duration.ofDays(2));
        long seconds = ask(NUMBER).number().sinceFirst().orElseThrow().toSeconds();
        assertEquals(2.0 * 86_400, (double) seconds, 60);
    }

    @Test
    void neighboursOfTheLastHourAreCountedAndNoOthers() {
        ask(number("+16502530100"));
        ask(number("+16502530100"));
        ask(number("+16502530101"));
        ask(number("+16502530111"));
        ask(number("+16502540100"));
        assertEquals(2, ask(number("+16502530091")).destination().neighbours());
        assertEquals(3, ask(number("+16502530102")).destination().neighbours());
        clock.moveTo(Duration.ofHours(1).plusMinutes(1));
        assertEquals(0, ask(number("+16502530103")).destination().neighbours());
    }

    @Test
    void aBlockedRequestIsTakenBackOnce() {
        ask(NUMBER);
        Ask blocked = asking(NUMBER, true);
        await(store.ask(blocked));
        await(store.refuse(blocked));
        await(store.refuse(blocked));
        History later = await(store.ask(asking(NUMBER, false)));
        for (Traffic traffic : levels(later)) {
            assertEquals(1, traffic.admittedHour(), CLOSE);
            assertEquals(3, traffic.askedHour(), CLOSE);
        }
    }

    @Test
    void whatWasNeverAskedForSendingCannotBeTakenBack() {
        ask(NUMBER);
        Ask looking = asking(NUMBER, false);
        await(store.ask(looking));
        await(store.refuse(looking));
        await(store.refuse(asking(NUMBER, true)));
        assertEquals(
                1,
                await(store.ask(asking(NUMBER, false))).destination().block().admittedHour(),
                CLOSE);
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void anEventCountsOnce(Event event) {
        Happening happening = happening(event, NUMBER, Instant.now());
        assertTrue(await(store.count(happening)));
        assertFalse(await(store.count(happening)));
    }

    @Test
    void whatHappensToCodesCountsWhereTheirNumbersLie() {
        ask(NUMBER);
        happen(Event.SENT, NUMBER);
        happen(Event.SENT, number("+16502539999"));
        happen(Event.UNDELIVERED, number("+16502539999"));
        happen(Event.VERIFIED, NUMBER);
        History known = await(store.ask(asking(NUMBER, false)));
        for (Traffic traffic : levels(known)) {
            assertEquals(2, traffic.sentDay(), CLOSE);
            assertEquals(1, traffic.verifiedHour(), CLOSE);
            assertEquals(1, traffic.peakDay(), CLOSE);
            assertEquals(1, traffic.undeliveredDay(), CLOSE);
            assertEquals(1, traffic.unverifiedHour(), CLOSE);
        }
        assertEquals(2, known.client().sentDay(), CLOSE);
        assertEquals(1, known.client().verifiedDay(), CLOSE);
        assertTrue(known.number().sinceVerified().isPresent());
        assertFalse(ask(number("+16502539999")).number().sinceVerified().isPresent());
    }

    @Test
    void ofWhatMayHaveBeenCountedOnlyThatANumberWasVerifiedIsTaken() {
        for (Event event : Event.values()) {
            Happening told = happening(event, NUMBER, Instant.now());
            assertEquals(event == Event.VERIFIED, await(store.count(late(told))), event::name);
        }
        History known = ask(NUMBER);
        assertTrue(known.number().sinceVerified().isPresent());
        assertEquals(0, known.destination().block().verifiedDay(), CLOSE);
        assertEquals(0, known.number().wrongDay(), CLOSE);
    }

    @Test
    void aTryOfARefusedRequestSeesWhatTheFirstOneSaw() {
        Ask refused = asking(NUMBER, true);
        assertEquals(1, await(store.ask(refused)).destination().block().admittedHour(), CLOSE);
        assertTrue(await(store.refuse(refused)));
        assertEquals(1, await(store.ask(refused)).destination().block().admittedHour(), CLOSE);
        assertEquals(0, looked().destination().block().admittedHour(), CLOSE);
    }

    @Test
    void aRequestThatWasRefusedBeforeItCameIsNotAdmitted() {
        Ask late = asking(NUMBER, true);
        assertFalse(await(store.refuse(late)));
        await(store.ask(late));
        assertEquals(0, looked().destination().block().admittedHour(), CLOSE);
    }

    @Test
    void whatWasOnlyAskedForIsForgottenWithinDays() {
        ask(NUMBER);
        for (Response key : await(redis.keys("*" + tenant + "*"))) {
            assertTrue(
                    java.util.Objects.requireNonNull(await(redis.pttl(key.toString()))).toLong()
                            <= (key.toString().endsWith("}:client")
                                    ? Duration.ofDays(60).toMillis()
                                    : Duration.ofDays(3).toMillis()),
                    key::toString);
        }
    }

    private History looked() {
        return await(store.ask(asking(NUMBER, false)));
    }

    private static Happening late(Happening told) {
        return new Happening(
                told.id(),
                told.event(),
                told.at(),
                told.tenant(),
                told.client(),
                told.numberHash(),
                told.place(),
                true);
    }

    @Test
    void whatHappenedLongAgoCountsLess() {
        await(store.count(happening(Event.SENT, NUMBER, Instant.now().minus(Duration.ofHours(1)))));
        Traffic block = ask(NUMBER).destination().block();
        assertEquals(Math.exp(-1), block.sentHour(), CLOSE);
        assertEquals(Math.exp(-1.0 / 24), block.sentDay(), CLOSE);
    }

    @Test
    void wrongCodesAndLockOutsStayWithTheNumber() {
        happen(Event.WRONG, NUMBER);
        happen(Event.WRONG, NUMBER);
        happen(Event.LOCKED, NUMBER);
        History known = ask(NUMBER);
        assertEquals(2, known.number().wrongDay(), CLOSE);
        assertEquals(1, known.number().lockOuts(), CLOSE);
        assertEquals(0, ask(number("+16502530001")).number().wrongDay(), CLOSE);
    }

    @Test
    void aReportOfFraudHoldsUntilItIsTakenBack() {
        happen(Event.FRAUD, NUMBER);
        assertTrue(ask(NUMBER).number().reported());
        happen(Event.VERIFIED, NUMBER);
        assertTrue(ask(NUMBER).number().reported());
        happen(Event.GENUINE, NUMBER);
        assertFalse(ask(NUMBER).number().reported());
    }

    @Test
    void thatANumberWasVerifiedOutlivesThatItWasAskedFor() {
        happen(Event.VERIFIED, NUMBER);
        ask(NUMBER);
        String key = Keys.number(numbers.of(tenant, NUMBER));
        assertTrue(
                java.util.Objects.requireNonNull(await(redis.pttl(key))).toLong()
                        > Duration.ofDays(390).toMillis());
    }

    @Test
    void tenantsShareNothing() {
        ask(NUMBER);
        tenant = "other-" + UUID.randomUUID();
        History other = ask(NUMBER);
        assertEquals(1, other.number().askedHour(), CLOSE);
        assertEquals(1, other.destination().country().askedHour(), CLOSE);
        assertEquals(1, other.client().askedMinutes(), CLOSE);
    }

    @Test
    void theCountriesOfCallingCodeOneAreApart() {
        ask(NUMBER);
        assertEquals(1, ask(number("+18092345678")).destination().country().askedHour(), CLOSE);
        assertEquals(2, ask(number("+12125550123")).destination().country().askedHour(), CLOSE);
    }

    @Test
    void anAddressIsCountedByItsNetwork() {
        assertEquals(1, from("2001:db8::1"), CLOSE);
        assertEquals(2, from("2001:db8::ffff:2"), CLOSE);
        assertEquals(1, from("2001:db8:0:1::1"), CLOSE);
        assertEquals(1, from("198.51.100.7"), CLOSE);
        assertEquals(1, from("198.51.100.8"), CLOSE);
        for (String nobody :
                new String[] {"10.0.0.1", "127.0.0.1", "100.64.0.9", "::1", "fd00::1"}) {
            assertEquals(0, from(nobody), CLOSE);
        }
        assertEquals(0, from("localhost"), CLOSE);
        assertEquals(0, from("12345678"), CLOSE);
    }

    @Test
    void noKeyAndNoValueHoldsANumberOrAnAddress() {
        await(
                store.ask(
                        new Ask(
                                UUID.randomUUID().toString(),
                                tenant,
                                "client",
                                number("+447700900123"),
                                true,
                                Optional.of("203.0.113.77"))));
        happen(Event.VERIFIED, number("+447700900123"));
        for (Response key : await(redis.keys("*"))) {
            assertFalse(key.toString().contains("7009001"), key::toString);
            assertFalse(key.toString().contains("203.0.113"), key::toString);
        }
    }

    private double from(String address) {
        return await(
                        store.ask(
                                new Ask(
                                        UUID.randomUUID().toString(),
                                        tenant,
                                        "client",
                                        NUMBER,
                                        true,
                                        Optional.of(address))))
                .client()
                .sourceHour();
    }

    private History ask(PhoneNumber number) {
        return await(store.ask(asking(number, true)));
    }

    private Ask asking(PhoneNumber number, boolean sending) {
        return new Ask(
                UUID.randomUUID().toString(), tenant, "client", number, sending, Optional.empty());
    }

    private void happen(Event event, PhoneNumber number) {
        assertTrue(await(store.count(happening(event, number, Instant.now()))));
    }

    private Happening happening(Event event, PhoneNumber number, Instant at) {
        return new Happening(
                UUID.randomUUID().toString(),
                event,
                at,
                tenant,
                "client",
                numbers.of(tenant, number),
                Place.of(number),
                false);
    }

    private static List<Traffic> levels(History history) {
        return List.of(
                history.destination().block(),
                history.destination().range(),
                history.destination().country());
    }

    private static PhoneNumber number(String e164) {
        return PhoneNumber.ofE164(e164);
    }
}
