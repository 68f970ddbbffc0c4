package io.vouchline.otp.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.redis.client.RedisOptions;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.otp.passcode.Passcode;
import io.vouchline.otp.passcode.Pepper;
import io.vouchline.otp.verification.VerificationStore.Draft;
import io.vouchline.otp.verification.VerificationStore.LateIssueException;
import io.vouchline.otp.verification.VerificationStore.Outcome;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisVerificationStoreTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Passcode CODE = new Passcode("012345");
    private static final io.vouchline.contract.testing.Redis SERVER =
            new io.vouchline.contract.testing.Redis();

    private static Vertx vertx;
    private static Redis client;
    private static RedisAPI redis;

    private Duration offset = Duration.ZERO;
    private Duration remaining = Duration.ofSeconds(30);
    private final VerificationStore store =
            new RedisVerificationStore(redis, pepper("pepper-a"), new Defaults(), () -> offset);
    private final String number = hash();

    @BeforeAll
    static void start() {
        String address = SERVER.start().get("quarkus.redis.hosts");
        vertx = Vertx.vertx();
        client =
                Redis.createClient(
                        vertx,
                        new RedisOptions()
                                .setConnectionString(address)
                                .setMaxPoolSize(32)
                                .setMaxPoolWaiting(1_000));
        redis = RedisAPI.api(client);
    }

    @AfterAll
    static void stop() {
        client.close();
        vertx.closeAndAwait();
        SERVER.stop();
    }

    @Test
    void of200ParallelRightCodesExactlyOneWins() {
        issue();
        List<CodeState> states = parallel(200, CODE.digits());
        assertEquals(1, Collections.frequency(states, CodeState.VALID));
        assertEquals(199, Collections.frequency(states, CodeState.EXPIRED));
    }

    @Test
    void of64ParallelWrongCodesFiveAreEvaluated() {
        issue();
        List<CodeState> states = parallel(64, "999999");
        assertEquals(5, Collections.frequency(states, CodeState.INVALID));
        assertEquals(59, Collections.frequency(states, CodeState.MAX_ATTEMPTS_EXCEEDED));
    }

    @Test
    void aNewCodeDoesNotResetTheFailures() {
        issue();
        for (int i = 0; i < 4; i++) {
            assertEquals(CodeState.INVALID, check("999999"));
        }
        issue();
        assertEquals(CodeState.INVALID, check("999999"));
        assertEquals(CodeState.MAX_ATTEMPTS_EXCEEDED, check(CODE.digits()));
    }

    @Test
    void eachLockLastsTwiceAsLongAsTheOneBefore() {
        failFiveTimes();
        offset = Duration.ofSeconds(29);
        assertEquals(CodeState.MAX_ATTEMPTS_EXCEEDED, check(CODE.digits()));
        offset = Duration.ofSeconds(31);
        failFiveTimes();
        offset = Duration.ofSeconds(31 + 59);
        assertEquals(CodeState.MAX_ATTEMPTS_EXCEEDED, check(CODE.digits()));
        offset = Duration.ofSeconds(31 + 61);
        issue();
        assertEquals(CodeState.VALID, check(CODE.digits()));
    }

    @Test
    void aSuccessForgetsEarlierFailures() {
        issue();
        for (int i = 0; i < 4; i++) {
            assertEquals(CodeState.INVALID, check("999999"));
        }
        assertEquals(CodeState.VALID, check(CODE.digits()));
        issue();
        for (int i = 0; i < 4; i++) {
            assertEquals(CodeState.INVALID, check("999999"));
        }
        assertEquals(CodeState.VALID, check(CODE.digits()));
    }

    @Test
    void aCodeDiesAtTheEndOfItsLife() {
        String reference = issue().reference();
        offset = Duration.ofSeconds(301);
        assertEquals(CodeState.EXPIRED, check(CODE.digits()));
        assertEquals(
                CodeState.EXPIRED, await(store.find("tenant", reference)).orElseThrow().state());
    }

    @Test
    void anExpiredCodeIsNotAnUnknownOne() {
        assertEquals(
                CodeState.UNKNOWN,
                await(store.checkReference("tenant", number.charAt(0) + "F".repeat(31), "123456")));
    }

    @Test
    void ofParallelEqualRequestsOneIssues() {
        String key = UUID.randomUUID().toString();
        List<Outcome> outcomes =
                await(
                        Uni.join()
                                .all(
                                        IntStream.range(0, 32)
                                                .mapToObj(i -> store.issue(draft(key)))
                                                .toList())
                                .andFailFast());
        assertEquals(1, outcomes.stream().filter(Outcome::fresh).count());
        assertEquals(1, outcomes.stream().map(Outcome::reference).distinct().count());
    }

    @Test
    void anEqualRequestIssuesAgainOnceItsCodeIsNoLongerTheOneToUse() {
        Outcome sms = await(store.issue(draft("sms")));
        assertEquals(sms.reference(), await(store.issue(draft("sms"))).reference());
        assertTrue(await(store.issue(draft("email"))).fresh());
        assertTrue(await(store.issue(draft("sms"))).fresh());
        assertEquals(CodeState.VALID, check(CODE.digits()));
        assertTrue(await(store.issue(draft("sms"))).fresh());
    }

    @Test
    void nothingIsIssuedOnceNobodyWaitsAnyMore() {
        Outcome earlier = issue();
        remaining = Duration.ofMillis(-1);
        assertThrows(LateIssueException.class, this::issue);
        assertTrue(await(store.sealedMessage(earlier.reference())).isPresent());
    }

    @Test
    void aRequestThatRedisKeptWaitingIssuesNothing() {
        Outcome earlier = issue();
        remaining = Duration.ofMillis(100);
        await(redis.client(List.of("PAUSE", "1000")));
        assertThrows(LateIssueException.class, this::issue);
        assertTrue(await(store.sealedMessage(earlier.reference())).isPresent());
    }

    @Test
    void ofParallelDifferentRequestsOneCodeStaysLive() {
        List<Outcome> outcomes =
                await(
                        Uni.join()
                                .all(
                                        IntStream.range(0, 16)
                                                .mapToObj(i -> store.issue(draft("k" + i)))
                                                .toList())
                                .andFailFast());
        long live =
                outcomes.stream()
                        .filter(
                                outcome ->
                                        await(store.sealedMessage(outcome.reference())).isPresent())
                        .count();
        assertEquals(1, live);
    }

    @Test
    void aPepperThatMovedDownTheFileStillChecksItsCodes() {
        issue();
        SecretKeySet rotated =
                SecretKeySet.read(
                        "test",
                        KeyFiles.write(
                                "pepper-rotated.jwks",
                                "{\"keys\":[" + jwk("pepper-b") + "," + jwk("pepper-a") + "]}"));
        VerificationStore after =
                new RedisVerificationStore(
                        redis, new Pepper(rotated), new Defaults(), () -> offset);
        assertEquals(CodeState.VALID, await(after.checkNumber(number, CODE.digits())));
    }

    @Test
    void everyKeyHasATimeToLive() {
        issue();
        check("999999");
        for (var key : await(redis.keys("*"))) {
            assertTrue(await(redis.pttl(key.toString())).toLong() > 0, key.toString());
        }
    }

    @Test
    void nothingInRedisHoldsTheCodeInClear() {
        String reference = issue().reference();
        assertEquals(2, await(redis.keys("*" + reference)).size());
        for (var key : await(redis.keys("*" + reference))) {
            String all = await(redis.hgetall(key.toString())).toString();
            assertTrue(!all.contains(CODE.digits()), key.toString());
        }
    }

    @Test
    void scriptsSurviveARedisThatForgotThem() {
        issue();
        await(redis.script(List.of("FLUSH")));
        assertEquals(CodeState.VALID, check(CODE.digits()));
    }

    private void failFiveTimes() {
        issue();
        for (int i = 0; i < 5; i++) {
            assertEquals(CodeState.INVALID, check("999999"));
        }
        assertEquals(CodeState.MAX_ATTEMPTS_EXCEEDED, check(CODE.digits()));
    }

    private Outcome issue() {
        return await(store.issue(draft(UUID.randomUUID().toString())));
    }

    private Draft draft(String idempotency) {
        return new Draft(
                Reference.draw(RANDOM, number),
                number,
                CODE,
                "sealed",
                Channel.SMS,
                Duration.ofSeconds(300),
                idempotency,
                Duration.ofSeconds(60),
                "tenant",
                "client",
                "1-6502",
                false,
                new Deadline(Instant.now().plus(remaining)));
    }

    private CodeState check(String code) {
        return await(store.checkNumber(number, code));
    }

    private List<CodeState> parallel(int times, String code) {
        return await(
                Uni.join()
                        .all(
                                IntStream.range(0, times)
                                        .mapToObj(i -> store.checkNumber(number, code))
                                        .toList())
                        .andFailFast());
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }

    private static String hash() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static Pepper pepper(String name) {
        return new Pepper(
                SecretKeySet.read(
                        "test", KeyFiles.write(name + ".jwks", "{\"keys\":[" + jwk(name) + "]}")));
    }

    private static String jwk(String name) {
        String key = name.repeat(6).substring(0, 43).replace('-', 'A');
        return "{\"kty\":\"oct\",\"kid\":\"%s\",\"k\":\"%s\"}".formatted(name, key);
    }

    private static final class Defaults implements VerificationConfig {

        @Override
        public int mostAttempts() {
            return 5;
        }

        @Override
        public int failuresPerLock() {
            return 5;
        }

        @Override
        public Duration firstLock() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration longestLock() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration retention() {
            return Duration.ofDays(395);
        }
    }
}
