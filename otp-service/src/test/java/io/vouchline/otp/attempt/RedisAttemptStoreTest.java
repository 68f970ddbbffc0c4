package io.vouchline.otp.attempt;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.AttemptApi.AttemptState;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Settings;
import io.vouchline.otp.attempt.AttemptStore.Attempt;
import io.vouchline.otp.attempt.AttemptStore.Ending;
import io.vouchline.otp.attempt.AttemptStore.Reservation;
import io.vouchline.otp.attempt.AttemptStore.Verdict;
import io.vouchline.otp.store.Keys;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisAttemptStoreTest extends RedisStoreTest {

    private AttemptStore store;
    private String number;

    @BeforeEach
    void begin() {
        number = anyNumber();
        store = store(Map.of());
    }

    private AttemptStore store(Map<String, String> settings) {
        AttemptConfig config = Settings.of(AttemptConfig.class, settings);
        return new RedisAttemptStore(redis, new FailureLimits(config), config, clock);
    }

    @Test
    @Requirement(9)
    void of64ParallelAttemptsFiveMayBeLookedAt() {
        List<AttemptState> states = parallel(64, i -> store.reserve(attempt("a" + i), false));
        assertEquals(5, Collections.frequency(states, AttemptState.RESERVED));
        assertEquals(59, Collections.frequency(states, AttemptState.LOCKED));
    }

    @Test
    void of64ParallelRepetitionsOneCounts() {
        List<AttemptState> states = parallel(64, i -> store.reserve(attempt("same"), false));
        assertEquals(64, Collections.frequency(states, AttemptState.RESERVED));
        fail(4);
        assertLocked();
    }

    @Test
    void aRepeatedReservationIsAnsweredAsItStandsAlsoWhileTheNumberIsLocked() {
        assertEquals(AttemptState.RESERVED, reserve("a"));
        fail(4);
        assertLocked();
        assertEquals(AttemptState.RESERVED, reserve("a"));
        assertEquals(AttemptState.FAILED, settle("a", Verdict.FAILED));
        assertEquals(AttemptState.FAILED, reserve("a"));
    }

    @Test
    void aRightAnswerTakesBackItsOwnFailure() {
        fail(4);
        assertEquals(AttemptState.RESERVED, reserve("fifth"));
        assertLocked();
        assertEquals(AttemptState.PASSED, settle("fifth", Verdict.PASSED));
        assertEquals(4, failures());
        fail(1);
        assertLocked();
    }

    @Test
    void aLockThatAnotherAttemptSetStands() {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            assertEquals(AttemptState.RESERVED, reserve(id));
        }
        assertEquals(AttemptState.PASSED, settle("a", Verdict.PASSED));
        assertLocked();
        assertEquals(AttemptState.PASSED, settle("e", Verdict.PASSED));
        assertEquals(AttemptState.RESERVED, reserve("f"));
    }

    @Test
    void aRightAnswerNeverTakesBackTheFailureOfAnother() {
        assertEquals(AttemptState.RESERVED, reserve("right"));
        assertTrue(await(store.clear(number)));
        fail(4);
        assertEquals(AttemptState.PASSED, settle("right", Verdict.PASSED));
        assertEquals(4, failures());
        fail(1);
        assertLocked();
    }

    @Test
    void aRightAnswerDoesNotOpenALockThatCameAfterItsFailureWasForgotten() {
        fail(4);
        assertEquals(AttemptState.RESERVED, reserve("right"));
        assertTrue(await(store.clear(number)));
        fail(5);
        assertLocked();
        assertEquals(AttemptState.PASSED, settle("right", Verdict.PASSED));
        assertLocked();
    }

    @Test
    void settlingTwiceTakesBackOnce() {
        fail(3);
        assertEquals(AttemptState.RESERVED, reserve("right"));
        List<AttemptState> states =
                parallel(
                        32,
                        i ->
                                store.settle(attempt("right"), ending(Verdict.PASSED))
                                        .map(this::sure));
        assertEquals(32, Collections.frequency(states, AttemptState.PASSED));
        assertEquals(3, failures());
    }

    @Test
    void ofContradictorySettlementsTheFirstStands() {
        fail(3);
        assertEquals(AttemptState.RESERVED, reserve("a"));
        List<AttemptState> states =
                parallel(
                        32,
                        i ->
                                store.settle(
                                                attempt("a"),
                                                ending(
                                                        i % 2 == 0
                                                                ? Verdict.PASSED
                                                                : Verdict.FAILED))
                                        .map(this::sure));
        assertEquals(1, states.stream().distinct().count());
        assertEquals(states.getFirst() == AttemptState.PASSED ? 3 : 4, failures());
        Verdict other = states.getFirst() == AttemptState.PASSED ? Verdict.FAILED : Verdict.PASSED;
        assertEquals(states.getFirst(), settle("a", other));
    }

    @Test
    void whatIsNotReservedOrForgottenCannotBeSettledAndItsFailureStands() {
        assertEquals(Optional.empty(), await(store.settle(attempt("a"), ending(Verdict.PASSED))));
        assertEquals(AttemptState.RESERVED, reserve("a"));
        assertEquals(1, await(redis.del(List.of(key("a")))).toInteger());
        assertEquals(Optional.empty(), await(store.settle(attempt("a"), ending(Verdict.PASSED))));
        assertEquals(1, failures());
    }

    @Test
    @Requirement(9)
    void rightAnswersNeverWashAwayWrongOnes() {
        fail(4);
        for (int i = 0; i < 50; i++) {
            assertEquals(AttemptState.RESERVED, reserve("right " + i));
            assertEquals(AttemptState.PASSED, settle("right " + i, Verdict.PASSED));
        }
        fail(1);
        assertLocked();
    }

    @Test
    void parallelRightAnswersLeaveTheWrongOnesAlone() {
        store = store(Map.of("failures-per-lock", "10"));
        fail(3);
        List<AttemptState> states =
                parallel(
                        6,
                        i ->
                                store.reserve(attempt("p" + i), false)
                                        .chain(
                                                () ->
                                                        store.settle(
                                                                attempt("p" + i),
                                                                ending(Verdict.PASSED)))
                                        .map(this::sure));
        assertEquals(6, Collections.frequency(states, AttemptState.PASSED));
        assertEquals(3, failures());
    }

    @Test
    void aProvenAuthenticatorForgetsAllFailuresAndTheLockAndKeepsItsNote() {
        fail(4);
        assertEquals(AttemptState.RESERVED, reserve("key"));
        assertLocked();
        Reservation proven =
                await(store.settle(attempt("key"), new Ending(Verdict.PROVEN, "which")))
                        .orElseThrow();
        assertEquals(AttemptState.PASSED, proven.state());
        assertEquals(0, failures());
        assertEquals("which", await(store.reserve(attempt("key"), false)).note());
        fail(5);
        assertLocked();
    }

    @Test
    @Requirement({10, 13})
    void eachLockLastsTwiceAsLongAndTheLastOneForGood() {
        store = store(Map.of("most-failures", "15"));
        fail(5);
        clock.moveTo(Duration.ofSeconds(31));
        fail(5);
        clock.moveTo(Duration.ofSeconds(31 + 59));
        assertLocked();
        clock.moveTo(Duration.ofSeconds(31 + 61));
        fail(5);
        clock.moveTo(Duration.ofDays(300));
        assertLocked();
        assertTrue(await(store.clear(number)));
        assertEquals(AttemptState.RESERVED, reserve("after"));
    }

    @Test
    void clearingSaysWhetherThereWasAnythingToForget() {
        assertFalse(await(store.clear(number)));
        fail(1);
        assertTrue(await(store.clear(number)));
        assertFalse(await(store.clear(number)));
        assertEquals(0, failures());
    }

    @Test
    void anAttemptOfOneNumberIsNotOneOfAnother() {
        String first = number;
        assertEquals(AttemptState.RESERVED, reserve("a"));
        number = first.substring(0, 31) + (first.endsWith("0") ? '1' : '0');
        fail(5);
        assertLocked();
        number = first;
        assertEquals(1, failures());
    }

    @Test
    void theTimeIsThatOfRedisAndTheReservationsOwnIsKept() {
        Reservation first = await(store.reserve(attempt("a"), false));
        assertEquals(first.time(), first.reservedAt());
        clock.moveTo(Duration.ofHours(1));
        Reservation second = await(store.reserve(attempt("a"), false));
        assertEquals(first.reservedAt(), second.reservedAt());
        assertTrue(
                Duration.between(first.time(), second.time()).compareTo(Duration.ofHours(1)) >= 0);
    }

    @Test
    void everyKeyHasATimeToLive() {
        fail(2);
        assertEquals(AttemptState.RESERVED, reserve("right"));
        assertEquals(AttemptState.PASSED, settle("right", Verdict.PASSED));
        assertEquals(AttemptState.RESERVED, reserve("proven"));
        assertEquals(AttemptState.PASSED, settle("proven", Verdict.PROVEN));
        fail(1);
        assertTrue(await(store.clear(number)));
        for (var key : await(redis.keys("*"))) {
            assertTrue(await(redis.pttl(key.toString())).toLong() > 0, key.toString());
        }
        long standing = await(redis.pttl(key("right"))).toLong();
        assertTrue(standing <= 60_000, "kept as long as a reservation");
    }

    private void assertLocked() {
        assertEquals(AttemptState.LOCKED, reserve(UUID.randomUUID().toString()));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            String id = UUID.randomUUID().toString();
            assertEquals(AttemptState.RESERVED, reserve(id));
            assertEquals(AttemptState.FAILED, settle(id, Verdict.FAILED));
        }
    }

    private int failures() {
        var failures = await(redis.hget(Keys.number(number), "failures"));
        return failures == null ? 0 : failures.toInteger();
    }

    private AttemptState reserve(String id) {
        return await(store.reserve(attempt(id), false)).state();
    }

    private AttemptState settle(String id, Verdict verdict) {
        return await(store.settle(attempt(id), ending(verdict)).map(this::sure)).state();
    }

    private Reservation sure(Optional<Reservation> settled) {
        return settled.orElseThrow();
    }

    private static Ending ending(Verdict verdict) {
        return new Ending(verdict, "");
    }

    private Attempt attempt(String id) {
        return new Attempt(number, number + id);
    }

    private String key(String id) {
        return Keys.attempt(number, number + id);
    }

    private static List<AttemptState> parallel(int times, IntFunction<Uni<Reservation>> call) {
        return await(
                        Uni.join()
                                .all(IntStream.range(0, times).mapToObj(call).toList())
                                .andFailFast())
                .stream()
                .map(Reservation::state)
                .toList();
    }
}
