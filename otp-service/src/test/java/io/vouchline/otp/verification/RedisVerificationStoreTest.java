package io.vouchline.otp.verification;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.OtpApi.MessageStatus;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Settings;
import io.vouchline.otp.attempt.AttemptConfig;
import io.vouchline.otp.attempt.FailureLimits;
import io.vouchline.otp.passcode.Passcode;
import io.vouchline.otp.passcode.Pepper;
import io.vouchline.otp.quota.QuotaConfig;
import io.vouchline.otp.store.Keys;
import io.vouchline.otp.verification.Drafts.Terms;
import io.vouchline.otp.verification.VerificationStore.Draft;
import io.vouchline.otp.verification.VerificationStore.Ended;
import io.vouchline.otp.verification.VerificationStore.Ending;
import io.vouchline.otp.verification.VerificationStore.Further;
import io.vouchline.otp.verification.VerificationStore.Kind;
import io.vouchline.otp.verification.VerificationStore.Newest;
import io.vouchline.otp.verification.VerificationStore.Outcome;
import io.vouchline.otp.verification.VerificationStore.Outcome.Sent;
import io.vouchline.otp.verification.VerificationStore.Owner;
import io.vouchline.otp.verification.VerificationStore.Queued;
import io.vouchline.otp.verification.VerificationStore.Request;
import io.vouchline.otp.verification.VerificationStore.Submitted;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisVerificationStoreTest extends RedisStoreTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Passcode CODE = new Passcode("012345");
    private static final String TENANT = "tenant";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Map<String, String> PLENTY =
            Map.of("number", "1000/1m", "number-day", "10000/24h");

    private VerificationStore store;
    private String number;
    private Duration remaining;

    @BeforeEach
    void begin() {
        number = anyNumber();
        remaining = Duration.ofSeconds(30);
        store = store(pepper("pepper-a"), Map.of(), Map.of());
    }

    private VerificationStore store(
            Pepper pepper, Map<String, String> attempts, Map<String, String> quotas) {
        return new RedisVerificationStore(
                redis,
                pepper,
                new FailureLimits(Settings.of(AttemptConfig.class, attempts)),
                Settings.of(QuotaConfig.class, quotas.isEmpty() ? PLENTY : quotas),
                clock);
    }

    @Test
    @Requirement(3)
    void of200ParallelRightCodesExactlyOneWins() {
        issue();
        List<CodeState> states = parallel(200, CODE.digits());
        assertEquals(1, Collections.frequency(states, CodeState.VALID));
        assertEquals(199, Collections.frequency(states, CodeState.EXPIRED));
    }

    @Test
    @Requirement(9)
    void of64ParallelWrongCodesFiveAreEvaluated() {
        issue();
        List<CodeState> states = parallel(64, "999999");
        assertEquals(5, Collections.frequency(states, CodeState.INVALID));
        assertEquals(59, Collections.frequency(states, CodeState.MAX_ATTEMPTS_EXCEEDED));
    }

    @Test
    @Requirement(11)
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
    @Requirement({13, 14})
    void eachLockLastsTwiceAsLongAsTheOneBefore() {
        failFiveTimes();
        clock.moveTo(Duration.ofSeconds(29));
        assertEquals(CodeState.MAX_ATTEMPTS_EXCEEDED, check(CODE.digits()));
        clock.moveTo(Duration.ofSeconds(31));
        failFiveTimes();
        clock.moveTo(Duration.ofSeconds(31 + 59));
        assertEquals(CodeState.MAX_ATTEMPTS_EXCEEDED, check(CODE.digits()));
        clock.moveTo(Duration.ofSeconds(31 + 61));
        issue();
        assertEquals(CodeState.VALID, check(CODE.digits()));
    }

    @Test
    @Requirement(13)
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
    @Requirement(2)
    void aCodeDiesAtTheEndOfItsLife() {
        String reference = issue().reference();
        clock.moveTo(Duration.ofSeconds(301));
        assertEquals(CodeState.EXPIRED, check(CODE.digits()));
        assertEquals(CodeState.EXPIRED, await(store.find(TENANT, reference)).orElseThrow().state());
    }

    @Test
    void anExpiredCodeIsNotAnUnknownOne() {
        assertEquals(
                CodeState.UNKNOWN,
                await(
                                store.checkReference(
                                        TENANT,
                                        number.charAt(0) + "F".repeat(31),
                                        submitted("123456", null)))
                        .state());
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
        assertEquals(1, outcomes.stream().map(Sent.class::cast).filter(Sent::fresh).count());
        assertEquals(
                1, outcomes.stream().map(Sent.class::cast).map(Sent::reference).distinct().count());
    }

    @Test
    void anEqualRequestIssuesAgainOnceItsCodeIsNoLongerTheOneToUse() {
        Sent sms = issue("sms");
        assertEquals(sms.reference(), issue("sms").reference());
        assertTrue(issue("email").fresh());
        assertTrue(issue("sms").fresh());
        assertEquals(CodeState.VALID, check(CODE.digits()));
        assertTrue(issue("sms").fresh());
    }

    @Test
    void nothingIsIssuedOnceNobodyWaitsAnyMore() {
        Sent earlier = issue();
        remaining = Duration.ofMillis(-1);
        assertEquals(new Outcome.Late(), await(store.issue(draft("late"))));
        assertTrue(await(store.sealedMessage(earlier.reference())).isPresent());
    }

    @Test
    void aRequestThatWasKeptWaitingTooLongIssuesNothing() {
        Sent earlier = issue();
        Draft draft = draft("waiting");
        clock.moveTo(Duration.ofSeconds(31));
        assertEquals(new Outcome.Late(), await(store.issue(draft)));
        clock.moveTo(Duration.ZERO);
        assertTrue(await(store.sealedMessage(earlier.reference())).isPresent());
    }

    @Test
    @Requirement(5)
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
                        .map(Sent.class::cast)
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
        VerificationStore after = store(new Pepper(rotated), Map.of(), Map.of());
        assertEquals(
                CodeState.VALID,
                await(after.checkNumber(number, submitted(CODE.digits(), null))).state());
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
    @Requirement(6)
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

    @Test
    @Requirement(3)
    void theSameAttemptAgainGetsTheSameVerdictAndDoesNotCount() {
        issue();
        for (int i = 0; i < 10; i++) {
            assertEquals(CodeState.INVALID, check("999999", "one"));
        }
        assertEquals(CodeState.VALID, check(CODE.digits(), "two"));
        assertEquals(CodeState.VALID, check(CODE.digits(), "two"));
        assertEquals(CodeState.EXPIRED, check(CODE.digits(), "three"));
        assertEquals(CodeState.EXPIRED, check(CODE.digits()));
    }

    @Test
    void theSameAttemptWithAnotherCodeIsAnotherAttempt() {
        issue();
        for (int i = 0; i < 5; i++) {
            assertEquals(CodeState.INVALID, check("99999" + i, "one"));
        }
        assertEquals(CodeState.MAX_ATTEMPTS_EXCEEDED, check(CODE.digits(), "one"));
    }

    @Test
    @Requirement(3)
    void aVerdictIsRepeatedForAMinuteOnly() {
        issue();
        assertEquals(CodeState.VALID, check(CODE.digits(), "one"));
        clock.moveTo(Duration.ofSeconds(61));
        assertEquals(CodeState.EXPIRED, check(CODE.digits(), "one"));
    }

    @Test
    @Requirement(10)
    void aHundredFailuresInARowLockForGood() {
        store =
                store(
                        pepper("pepper-a"),
                        Map.of("most-failures", "10", "longest-lock", "1m"),
                        Map.of());
        failFiveTimes();
        clock.moveTo(Duration.ofSeconds(31));
        failFiveTimes();
        clock.moveTo(Duration.ofDays(30));
        assertEquals(CodeState.MAX_ATTEMPTS_EXCEEDED, check(CODE.digits()));
    }

    @Test
    @Requirement(12)
    void aBankThatTakesCardsLocksForHalfAnHour() {
        store =
                store(
                        pepper("pepper-a"),
                        Map.of("failures-per-lock", "10", "first-lock", "30m"),
                        Map.of());
        for (int i = 0; i < 10; i++) {
            clock.moveTo(Duration.ofSeconds(i));
            if (i % 5 == 0) {
                issue();
            }
            assertEquals(CodeState.INVALID, check("999999"));
        }
        clock.moveTo(Duration.ofMinutes(30));
        assertInstanceOf(Outcome.Wait.class, await(store.issue(draft("early"))));
        clock.moveTo(Duration.ofMinutes(31));
        issue();
        assertEquals(CodeState.VALID, check(CODE.digits()));
    }

    @Test
    void noCodeIsIssuedWhileItsNumberIsLocked() {
        failFiveTimes();
        Outcome outcome = await(store.issue(draft("locked")));
        Duration wait = assertInstanceOf(Outcome.Wait.class, outcome).time();
        assertTrue(wait.compareTo(Duration.ofSeconds(25)) > 0, wait.toString());
        assertTrue(wait.compareTo(Duration.ofSeconds(30)) <= 0, wait.toString());
    }

    @Test
    @Requirement(17)
    void aNumberGetsNoMoreCodesThanItsQuotaAllows() {
        store =
                store(
                        pepper("pepper-a"),
                        Map.of(),
                        Map.of("number", "3/10m", "number-day", "4/24h"));
        for (int i = 0; i < 3; i++) {
            assertTrue(issue().fresh());
        }
        Outcome fourth = await(store.issue(draft("fourth")));
        Duration wait = assertInstanceOf(Outcome.Wait.class, fourth).time();
        assertTrue(wait.compareTo(Duration.ofSeconds(200)) <= 0, wait.toString());
        assertTrue(wait.compareTo(Duration.ofSeconds(190)) > 0, wait.toString());
        clock.moveTo(Duration.ofSeconds(201));
        assertTrue(issue().fresh());
        clock.moveTo(Duration.ofHours(3));
        Outcome ofTheDay = await(store.issue(draft("fifth")));
        assertTrue(
                assertInstanceOf(Outcome.Wait.class, ofTheDay).time().compareTo(Duration.ofHours(2))
                        > 0);
    }

    @Test
    void ofParallelRequestsNoMoreAreSentThanTheQuotaAllows() {
        store = store(pepper("pepper-a"), Map.of(), Map.of("number", "5/10m"));
        List<Outcome> outcomes =
                await(
                        Uni.join()
                                .all(
                                        IntStream.range(0, 32)
                                                .mapToObj(i -> store.issue(draft("k" + i)))
                                                .toList())
                                .andFailFast());
        assertEquals(5, outcomes.stream().filter(Sent.class::isInstance).count());
        assertEquals(27, outcomes.stream().filter(Outcome.Wait.class::isInstance).count());
    }

    @Test
    void anEqualRequestTakesNothingOutOfTheQuota() {
        store = store(pepper("pepper-a"), Map.of(), Map.of("number", "1/10m"));
        String reference = issue("equal").reference();
        assertEquals(reference, issue("equal").reference());
        assertInstanceOf(Outcome.Wait.class, await(store.issue(draft("other"))));
        assertEquals(CodeState.VALID, check(CODE.digits()));
    }

    @Test
    void onlyNumbersVerifiedWithin13MonthsGetACodeIfThatIsAskedFor() {
        Terms known = new Terms(LIFE, 5, false, false, true);
        assertEquals(
                new Outcome.NeverVerified(), await(store.issue(draft("first", Kind.CODE, known))));
        issue();
        assertEquals(CodeState.VALID, check(CODE.digits()));
        clock.moveTo(Duration.ofDays(394));
        assertInstanceOf(Sent.class, await(store.issue(draft("second", Kind.CODE, known))));
        clock.moveTo(Duration.ofDays(396));
        assertEquals(
                new Outcome.NeverVerified(), await(store.issue(draft("third", Kind.CODE, known))));
    }

    @Test
    void aCodeThatIsSentAgainStaysTheSameAndKeepsItsLife() {
        Sent sent = issue();
        Newest first = await(store.newest(TENANT, sent.reference())).orElseThrow();
        assertEquals(new Newest(number, 1, "sealed"), first);
        assertEquals(sent, await(store.resend(further(sent, first, Channel.VOICE, "again"))));
        Newest second = await(store.newest(TENANT, sent.reference())).orElseThrow();
        assertEquals(new Newest(number, 2, "sealed again"), second);
        Verification found = await(store.find(TENANT, sent.reference())).orElseThrow();
        assertEquals(
                List.of(Channel.SMS, Channel.VOICE),
                found.messages().stream().map(MessageStatus::channel).toList());
        assertEquals(CodeState.VALID, check(CODE.digits()));
    }

    @Test
    void ofParallelEqualResendsOneIsSent() {
        Sent sent = issue();
        Newest first = await(store.newest(TENANT, sent.reference())).orElseThrow();
        List<Outcome> outcomes =
                await(
                        Uni.join()
                                .all(
                                        IntStream.range(0, 16)
                                                .mapToObj(
                                                        i ->
                                                                store.resend(
                                                                        further(
                                                                                sent,
                                                                                first,
                                                                                Channel.SMS,
                                                                                "again")))
                                                .toList())
                                .andFailFast());
        assertEquals(1, outcomes.stream().map(Sent.class::cast).filter(Sent::fresh).count());
        assertEquals(
                2, await(store.find(TENANT, sent.reference())).orElseThrow().messages().size());
    }

    @Test
    void aCodeThatIsNotLiveIsNotSentAgain() {
        Sent sent = issue();
        Newest newest = await(store.newest(TENANT, sent.reference())).orElseThrow();
        assertEquals(CodeState.VALID, check(CODE.digits()));
        assertEquals(
                new Outcome.NotLive(),
                await(store.resend(further(sent, newest, Channel.SMS, "again"))));
        assertTrue(await(store.newest(TENANT, sent.reference())).isEmpty());
    }

    @Test
    @Requirement(11)
    void aResendDoesNotResetTheFailures() {
        Sent sent = issue();
        for (int i = 0; i < 4; i++) {
            assertEquals(CodeState.INVALID, check("999999"));
        }
        Newest newest = await(store.newest(TENANT, sent.reference())).orElseThrow();
        assertInstanceOf(
                Sent.class, await(store.resend(further(sent, newest, Channel.SMS, "again"))));
        assertEquals(CodeState.INVALID, check("999999"));
        assertEquals(CodeState.MAX_ATTEMPTS_EXCEEDED, check(CODE.digits()));
    }

    @Test
    @Requirement(4)
    void anotherTenantNeitherFindsNorEndsNorResendsAVerification() {
        Sent sent = issue();
        assertTrue(await(store.find("other", sent.reference())).isEmpty());
        assertTrue(await(store.newest("other", sent.reference())).isEmpty());
        assertEquals(Ended.UNKNOWN, await(store.end("other", sent.reference(), Ending.VOID)));
        assertEquals(CodeState.VALID, check(CODE.digits()));
    }

    @Test
    void aCodeThatWasEndedIsExpired() {
        Sent sent = issue();
        assertEquals(Ended.ENDED, await(store.end(TENANT, sent.reference(), Ending.VOID)));
        assertEquals(CodeState.EXPIRED, check(CODE.digits()));
        assertTrue(await(store.sealedMessage(sent.reference())).isEmpty());
    }

    @Test
    void onlyAPlatformsOwnCodeCanBeCompletedAndThatProvesNothing() {
        Sent made = issue();
        assertEquals(Ended.MADE_HERE, await(store.end(TENANT, made.reference(), Ending.COMPLETED)));
        Sent supplied =
                (Sent)
                        await(
                                store.issue(
                                        draft(
                                                "supplied",
                                                Kind.CODE,
                                                new Terms(LIFE, 5, false, true, false))));
        assertEquals(Ended.ENDED, await(store.end(TENANT, supplied.reference(), Ending.COMPLETED)));
        assertEquals(
                CodeState.UNKNOWN,
                await(store.find(TENANT, supplied.reference())).orElseThrow().state());
        assertEquals(CodeState.EXPIRED, check(CODE.digits()));
    }

    @Test
    @Requirement(4)
    void aCodeNeverAnswersAnApprovalNorTheOtherWayRound() {
        Terms once = new Terms(LIFE, 1, false, false, false);
        Sent approval = (Sent) await(store.issue(draft("push", Kind.APPROVAL, once)));
        assertEquals(CodeState.INVALID, check(CODE.digits()));
        assertEquals(
                CodeState.UNKNOWN,
                await(
                                store.checkReference(
                                        TENANT,
                                        approval.reference(),
                                        submitted(CODE.digits(), null)))
                        .state());
        assertEquals(
                CodeState.VALID,
                await(
                                store.checkReference(
                                        TENANT,
                                        approval.reference(),
                                        new Submitted(
                                                Kind.APPROVAL, CODE.digits(), Optional.empty())))
                        .state());
        Sent code = issue();
        assertEquals(
                CodeState.UNKNOWN,
                await(
                                store.checkReference(
                                        TENANT,
                                        code.reference(),
                                        new Submitted(
                                                Kind.APPROVAL, CODE.digits(), Optional.empty())))
                        .state());
    }

    @Test
    @Requirement(38)
    void everyChangeIsOneEventWithAnIdOfItsOwn() {
        issue();
        check("999999");
        check(CODE.digits());
        issue();
        List<Map<String, String>> events = events();
        assertEquals(
                List.of("issued", "wrong", "verified", "issued"),
                events.stream().map(event -> event.get("event")).toList());
        assertEquals(4, events.stream().map(event -> event.get("id")).distinct().count());
        Map<String, String> last = events.getLast();
        assertEquals(number, last.get("number"));
        assertEquals("1", last.get("country"));
        assertEquals("1-650253", last.get("prefix"));
        assertEquals("SMS", last.get("channel"));
        assertEquals("false", last.get("revealed"));
    }

    @Test
    void aCodeThatThePlatformKnewMayBeRightAndProvesNothing() {
        for (Terms known :
                List.of(
                        new Terms(LIFE, 5, true, false, false),
                        new Terms(LIFE, 5, false, true, false))) {
            issue();
            assertEquals(CodeState.INVALID, check("999999"));
            await(store.issue(draft(UUID.randomUUID().toString(), Kind.CODE, known)));
            assertEquals(
                    new Checked(CodeState.VALID, false),
                    await(store.checkNumber(number, submitted(CODE.digits(), null))));
            assertEquals(
                    new Outcome.NeverVerified(),
                    await(
                            store.issue(
                                    draft(
                                            UUID.randomUUID().toString(),
                                            Kind.CODE,
                                            new Terms(LIFE, 5, false, false, true)))));
        }
        assertEquals("2", await(redis.hget(Keys.number(number), "failures")).toString());
        issue();
        assertEquals(
                new Checked(CodeState.VALID, true),
                await(store.checkNumber(number, submitted(CODE.digits(), null))));
    }

    @Test
    void aNumberThatWasOnlyGuessedIsForgottenAfterADay() {
        assertEquals(CodeState.INVALID, check("999999"));
        long day = Duration.ofDays(1).toMillis();
        assertTrue(await(redis.pttl(Keys.number(number))).toLong() <= day);
        issue();
        assertEquals(CodeState.INVALID, check("999999"));
        assertTrue(await(redis.pttl(Keys.number(number))).toLong() > day);
    }

    @Test
    @Requirement(4)
    void aCodeOfOneNumberIsNoneOfAnother() {
        issue();
        String other = number;
        number = anyNumber();
        assertEquals(CodeState.INVALID, check(CODE.digits()));
        issue();
        number = other;
        assertEquals(CodeState.VALID, check(CODE.digits()));
    }

    private List<Map<String, String>> events() {
        List<Map<String, String>> events = new ArrayList<>();
        for (Response entry :
                await(redis.xrange(List.of(Keys.outcome(number.charAt(0)), "-", "+")))) {
            Map<String, String> event = new HashMap<>();
            for (int i = 0; i < entry.get(1).size(); i += 2) {
                event.put(entry.get(1).get(i).toString(), entry.get(1).get(i + 1).toString());
            }
            if (number.equals(event.get("number"))) {
                events.add(event);
            }
        }
        return events;
    }

    private Further further(Sent sent, Newest before, Channel channel, String idempotency) {
        return new Further(
                sent.reference(),
                before,
                new Queued(channel, "sealed again"),
                request(idempotency));
    }

    private void failFiveTimes() {
        issue();
        for (int i = 0; i < 5; i++) {
            assertEquals(CodeState.INVALID, check("999999"));
        }
        assertEquals(CodeState.MAX_ATTEMPTS_EXCEEDED, check(CODE.digits()));
    }

    private Sent issue() {
        return issue(UUID.randomUUID().toString());
    }

    private Sent issue(String idempotency) {
        return (Sent) await(store.issue(draft(idempotency)));
    }

    private Draft draft(String idempotency) {
        return draft(idempotency, Kind.CODE, new Terms(LIFE, 5, false, false, false));
    }

    private Draft draft(String idempotency, Kind kind, Terms terms) {
        return new Draft(
                Reference.draw(RANDOM, number),
                kind,
                CODE,
                new Queued(Channel.SMS, "sealed"),
                new Owner(TENANT, "client", number, "1", "1-650253"),
                terms,
                request(idempotency));
    }

    private Request request(String idempotency) {
        return new Request(
                idempotency,
                Duration.ofSeconds(60),
                Duration.ofMillis(Instant.now().toEpochMilli())
                        .plus(clock.value())
                        .plus(remaining));
    }

    private CodeState check(String code) {
        return check(code, null);
    }

    private CodeState check(String code, @Nullable String attemptId) {
        return await(store.checkNumber(number, submitted(code, attemptId))).state();
    }

    private static Submitted submitted(String code, @Nullable String attemptId) {
        return new Submitted(Kind.CODE, code, Optional.ofNullable(attemptId));
    }

    private List<CodeState> parallel(int times, String code) {
        return await(
                Uni.join()
                        .all(
                                IntStream.range(0, times)
                                        .mapToObj(
                                                i ->
                                                        store.checkNumber(
                                                                        number,
                                                                        submitted(code, null))
                                                                .map(Checked::state))
                                        .toList())
                        .andFailFast());
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
}
