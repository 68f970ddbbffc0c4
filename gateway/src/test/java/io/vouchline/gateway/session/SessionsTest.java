package io.vouchline.gateway.session;

import static io.vouchline.contract.testing.RedisConnection.await;
import static io.vouchline.gateway.session.SessionWorld.ANI;
import static io.vouchline.gateway.session.SessionWorld.KEY;
import static io.vouchline.gateway.session.SessionWorld.NOBODY;
import static io.vouchline.gateway.session.SessionWorld.OTHER;
import static io.vouchline.gateway.session.SessionWorld.RIGHT;
import static io.vouchline.gateway.session.SessionWorld.client;
import static io.vouchline.gateway.session.SessionWorld.speech;
import static io.vouchline.gateway.session.SessionWorld.texts;
import static io.vouchline.gateway.session.SessionWorld.wanted;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.assertion.Assertions.Statement;
import io.vouchline.gateway.conversation.Reason;
import io.vouchline.gateway.conversation.Result;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.session.SessionStanding.SessionState;
import io.vouchline.gateway.session.SessionStore.Stored;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {

    private static final String CALL = "CA0123";

    private final SessionWorld world = new SessionWorld();

    // Beginning

    @Test
    void aCallFromARegisteredNumberIsAskedForTheCodeThatWentThere() {
        SessionStanding begun = world.begin(CALL, 1);
        assertEquals(SessionState.ASK, begun.state());
        assertEquals(List.of("CODE_NEEDED", "CODE_SENT_PHONE", "CODE"), texts(begun));
        assertEquals("digits", begun.expect().kind());
        assertEquals(6, begun.expect().maxLength());
        assertTrue(begun.expect().sensitive());
        assertEquals(0, begun.parameters().authLevel());
        assertEquals("6502530000", begun.parameters().phoneNumber());
        assertNull(begun.parameters().transferReason());
        assertNull(begun.assertion());
        assertEquals("en", begun.language());
    }

    @Test
    void aTurnCostsTwoRequestsToTheStoreAndABeginningToo() {
        String id = world.begin(CALL, 1).sessionId();
        assertEquals(List.of("find", "create"), world.store.asked);
        world.store.asked.clear();
        SessionStanding _ = world.turn(id, "1", "000000");
        assertEquals(List.of("find", "replace"), world.store.asked);
        world.store.asked.clear();
        SessionStanding _ = world.turn(id, "1", "000000");
        SessionStanding _ = world.begin(CALL, 1);
        SessionStanding _ = world.read(id);
        assertEquals(List.of("find", "find", "find"), world.store.asked);
    }

    @Test
    void theSameCallFindsItsSessionAsItStands() {
        SessionStanding begun = world.begin(CALL, 1);
        int errands = world.errands.size();
        assertEquals(begun, world.begin(CALL, 1));
        SessionStanding after = world.turn(begun.sessionId(), "1", "000000");
        assertEquals(after, world.begin(CALL, 1));
        assertEquals(after, world.read(begun.sessionId()));
        assertEquals(errands + 1, world.errands.size());
        assertNotEquals(begun.sessionId(), world.begin("CA0124", 1).sessionId());
    }

    @Test
    void aSessionUnderWayWithOtherParametersIsLeftAlone() {
        SessionStanding begun = world.begin(CALL, 1);
        refused(409, () -> world.begin(CALL, 2));
        refused(409, () -> world.begin(wanted(CALL, 1, ANI, Map.of("max_retry_otp_count", 10))));
        refused(409, () -> world.begin(wanted(CALL, 1, ANI, Map.of("phone_number", OTHER))));
        assertEquals(begun, world.begin(wanted(CALL, 1, ANI, Map.of("max_retry_otp_count", 3))));
    }

    @Test
    void theLoserOfARaceToBeginAnswersWhatTheWinnerHasMade() {
        world.store.before.add(() -> world.begin(CALL, 1));
        SessionStanding begun = world.begin(CALL, 1);
        assertEquals(1, world.store.kept.size());
        assertEquals(begun, world.read(begun.sessionId()));
        assertEquals(
                2,
                new HashSet<>(world.errands).size(),
                "each of both errands has one name in both: " + world.errands);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "restricted", "", "sip:x@y", "+", "$caller"})
    void aCallingNumberThatCannotBeReadIsNone(String ani) {
        SessionStanding begun = world.begin(wanted(CALL, 1, ani, Map.of()));
        assertEquals(List.of("CUSTOMER"), texts(begun));
        assertEquals("yesno", begun.expect().kind());
        assertNull(begun.parameters().authLevel());
        assertNull(begun.parameters().phoneNumber());
    }

    @Test
    void sessionsAreTheTenantsAndTheCallsAndThePlatforms() {
        String id = world.begin(CALL, 1).sessionId();
        assertTrue(id.matches("[0-9A-F]{32}"), id);
        assertEquals(id, world.sessions.idOf(client("other", "bank", Map.of()), "twilio", CALL));
        for (String other :
                List.of(
                        world.sessions.idOf(client("a", "rival", Map.of()), "twilio", CALL),
                        world.sessions.idOf(world.client, "genesys", CALL),
                        world.sessions.idOf(world.client, "twilio", CALL + "4"))) {
            assertNotEquals(id, other);
        }
    }

    @Test
    void anotherTenantFindsNothingUnderTheId() {
        String id = world.begin(CALL, 1).sessionId();
        var rival = client("a-client", "rival", Map.of());
        refused(404, () -> await(world.sessions.read(rival, id)));
        refused(404, () -> await(world.sessions.turn(rival, id, speech("1", RIGHT))));
        assertEquals(id, await(world.sessions.read(client("b", "bank", Map.of()), id)).sessionId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0123456789abcdef0123456789abcdef", "../0", "\u0000"})
    void whatIsNoIdIsUnknown(String id) {
        refused(404, () -> world.read(id));
        refused(404, () -> world.turn(id, "1", "yes"));
        assertEquals(List.of(), world.store.asked);
    }

    @Test
    void aParameterThatCannotBeIsNamedBeforeAnythingIsAsked() {
        ProblemException refusal =
                refused(400, () -> world.begin(wanted(CALL, 1, ANI, Map.of("otp_length", 3))));
        assertEquals("otp_length must be a whole number from 4 to 10.", refusal.problem().detail());
        assertEquals(List.of(), world.store.asked);
    }

    // Turns

    @Test
    void aRightCodeEndsItInSuccess() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding done = world.turn(id, "1", RIGHT);
        assertEquals(SessionState.DONE, done.state());
        assertEquals(1, done.parameters().authLevel());
        assertNull(done.expect());
        assertNull(done.parameters().transferReason());
        assertNotNull(done.assertion());
    }

    @Test
    void theSameTurnAgainGetsTheSameAnswerAndDoesNothing() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding first = world.turn(id, "1", "000000");
        int errands = world.errands.size();
        assertEquals(first, world.turn(id, "1", "000000"));
        assertEquals(errands, world.errands.size());
    }

    @Test
    void aTurnThatComesLateChangesNothing() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding _ = world.turn(id, "1", "000000");
        SessionStanding second = world.turn(id, "2", "111111");
        int errands = world.errands.size();
        assertEquals(second, world.turn(id, "1", "000000"));
        assertEquals(errands, world.errands.size());
    }

    @Test
    void oneNameForTwoTurnsIsAConflict() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding first = world.turn(id, "1", "000000");
        refused(409, () -> world.turn(id, "1", RIGHT));
        assertEquals(first, world.read(id));
    }

    @Test
    void nothingChangesWhatHasEnded() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding ended = world.turn(id, "1", "agent");
        assertEquals(SessionState.TRANSFER, ended.state());
        assertEquals("agent", ended.parameters().transferReason());
        for (String turn : List.of("1", "2")) {
            assertEquals(ended, world.turn(id, turn, RIGHT));
        }
        assertEquals(ended, world.begin(CALL, 1));
        assertEquals(0, ended.parameters().authLevel());
    }

    @Test
    void ofTwoTurnsAtOnceOneIsTakenFirstAndTheOtherGoesOnFromThere() {
        String id = world.begin(CALL, 1).sessionId();
        world.store.before.add(() -> world.turn(id, "1", "000000"));
        SessionStanding second = world.turn(id, "2", RIGHT);
        assertEquals(SessionState.DONE, second.state());
        assertEquals(second, world.read(id));
        List<String> checks = checks();
        assertEquals(3, checks.size());
        assertEquals(checks.get(0), checks.get(2), "the same code in the same turn counts once");
        assertNotEquals(checks.get(0), checks.get(1));
    }

    @Test
    void theSameTurnTwiceAtOnceIsOne() {
        String id = world.begin(CALL, 1).sessionId();
        world.store.before.add(() -> world.turn(id, "1", "000000"));
        SessionStanding second = world.turn(id, "1", "000000");
        assertEquals(second, world.read(id));
        assertEquals(1, new HashSet<>(checks()).size(), () -> checks().toString());
    }

    @Test
    void aTurnThatIsOvertakenTimeAndAgainIsToBeRepeated() {
        String id = world.begin(CALL, 1).sessionId();
        for (String other : List.of("1", "2", "3")) {
            world.store.before.add(() -> overtake(id, other));
        }
        ProblemException refusal = refused(503, () -> world.turn(id, "4", "repeat"));
        assertEquals(1, refusal.problem().retryAfterSeconds());
    }

    private void overtake(String id, String turn) {
        List<Runnable> rest = List.copyOf(world.store.before);
        world.store.before.clear();
        SessionStanding _ = world.turn(id, turn, "phone");
        world.store.before.addAll(rest);
    }

    @Test
    void aStoreThatTakesNoWritesLosesNothingAndCountsNothingTwice() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding before = world.read(id);
        world.store.readOnly = true;
        refused(503, () -> world.turn(id, "1", RIGHT));
        assertEquals(before, world.read(id));
        world.store.readOnly = false;
        assertEquals(SessionState.DONE, world.turn(id, "1", RIGHT).state());
        assertEquals(1, new HashSet<>(checks()).size(), () -> checks().toString());
    }

    @Test
    void whoGuessesAnotherCodeUnderTheSameNameIsCountedAgain() {
        String id = world.begin(CALL, 1).sessionId();
        world.store.readOnly = true;
        refused(503, () -> world.turn(id, "1", "000000"));
        refused(503, () -> world.turn(id, "1", "000001"));
        assertEquals(2, new HashSet<>(checks()).size(), () -> checks().toString());
    }

    @Test
    void afterAHundredTurnsTheCallerIsTakenAsGone() {
        String id = world.begin(CALL, 1).sessionId();
        haveTaken(id, Turns.MOST - 1);
        assertEquals(SessionState.ASK, world.turn(id, "the-hundredth", "000000").state());
        int checks = checks().size();
        SessionStanding last = world.turn(id, "one-too-many", RIGHT);
        assertEquals(SessionState.FAILED, last.state());
        assertEquals("max_no_match", last.parameters().transferReason());
        assertEquals(checks, checks().size());
    }

    private void haveTaken(String id, int turns) {
        SessionRecord now =
                world.seal.opened("bank", id, world.store.kept.get("bank" + id)).orElseThrow();
        SessionRecord then =
                new SessionRecord(
                        now.state(),
                        now.askedFor(),
                        now.language(),
                        now.attestation(),
                        now.said(),
                        now.subject(),
                        now.last(),
                        now.earlier(),
                        now.run(),
                        turns,
                        now.begunAt(),
                        now.provenAt(),
                        now.endedAt(),
                        now.stated());
        Stored _ = world.store.kept.put("bank" + id, world.seal.sealed("bank", id, then));
    }

    // Time

    @Test
    void aSessionWaitsAQuarterOfAnHourAndLivesForTwoHours() {
        String id = world.begin(CALL, 1).sessionId();
        assertEquals(Duration.ofMinutes(15), life(id));
        world.pass(Duration.ofMinutes(100));
        SessionStanding _ = world.turn(id, "1", "000000");
        assertEquals(Duration.ofMinutes(15), life(id));
        world.pass(Duration.ofMinutes(15));
        SessionStanding _ = world.turn(id, "2", "000000");
        assertEquals(Duration.ofMinutes(5), life(id));
    }

    private Duration life(String id) {
        return world.store.lives.get("bank" + id);
    }

    // Levels earned earlier

    @Test
    void aSessionThatSucceededStepsUpFromThere() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding _ = world.turn(id, "1", RIGHT);
        SessionStanding further = world.begin(CALL, 2);
        assertEquals(id, further.sessionId());
        assertEquals(List.of("SECURITY_KEY", "SECURITY_KEY_HOW"), texts(further));
        assertEquals(1, further.parameters().authLevel());
        SessionStanding done = world.turn(id, "2", KEY);
        assertEquals(SessionState.DONE, done.state());
        assertEquals(2, done.parameters().authLevel());
    }

    @Test
    void aLevelThatWasReachedIsDoneAtOnce() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding _ = world.turn(id, "1", RIGHT);
        for (int level : new int[] {0, 1}) {
            SessionStanding again = world.begin(CALL, level);
            assertEquals(SessionState.DONE, again.state());
            assertEquals(1, again.parameters().authLevel());
            assertNotNull(again.assertion());
        }
    }

    @Test
    void whatIsSentIsSentOnceHoweverManyTurnsWantIt() {
        String id = world.begin(CALL, 1).sessionId();
        world.store.before.add(
                () -> {
                    SessionStanding _ = world.turn(id, "a", "not_received");
                });
        SessionStanding _ = world.turn(id, "b", "not_received");
        assertEquals(
                1,
                world.errands.stream()
                        .filter(errand -> errand.startsWith("ResendCode"))
                        .distinct()
                        .count());
    }

    @Test
    void aStrictClientTakesNoLevelThatRestsOnAnswers() {
        String assertion = assertionBy("kba");
        Client strict = client("strict", "bank", Map.of("strict", "true"));
        NewSession wanted = wanted("another", 1, ANI, assertion, Map.of());
        assertEquals(SessionState.DONE, world.begin(wanted).state());
        NewSession third = wanted("third", 1, ANI, assertion, Map.of());
        assertEquals(SessionState.ASK, await(world.sessions.begin(strict, third)).state());
    }

    private String assertionBy(String method) {
        String number = world.hash.of("bank", PhoneNumber.ofE164(ANI));
        return world.assertions
                .sign(
                        new Statement(
                                "bank",
                                "a-client",
                                "person-1",
                                1,
                                List.of(method),
                                number,
                                "session",
                                "id",
                                world.now,
                                world.now,
                                world.now.plusSeconds(600)))
                .orElseThrow()
                .assertion();
    }

    @Test
    void nobodyIsBelievedThatTheNumberIsTheCallingOneWhichIsKnownToBeAnother() {
        Client trusted = client("trusted", "bank", Map.of("trust-level-zero", "true"));
        Map<String, Object> claim = Map.of("phone_number", "6502530123", "auth_level", 0);
        SessionStanding standing =
                await(world.sessions.begin(trusted, wanted("other", 1, ANI, claim)));
        assertEquals("date", Objects.requireNonNull(standing.expect()).kind());
        SessionStanding withheld =
                await(world.sessions.begin(trusted, wanted("withheld", 1, null, claim)));
        assertEquals("digits", Objects.requireNonNull(withheld.expect()).kind());
    }

    @Test
    void whatWeTellOfTheNumberCanBeHandedBack() {
        NewSession first = wanted("abroad", 0, "+46701234567", Map.of());
        String told = Objects.requireNonNull(world.begin(first).parameters().phoneNumber());
        assertEquals("701234567", told);
        SessionStanding stepUp =
                world.begin(wanted("abroad", 1, "+46701234567", Map.of("phone_number", told)));
        assertEquals(SessionState.ASK, stepUp.state());
        assertEquals("digits", Objects.requireNonNull(stepUp.expect()).kind());
    }

    @Test
    void theCallsOfTwoCallersAreNotOne() {
        SessionStanding _ = world.begin(CALL, 1);
        ProblemException conflict =
                assertThrows(
                        ProblemException.class,
                        () -> world.begin(wanted(CALL, 1, OTHER, Map.of())));
        assertEquals(409, conflict.problem().status());
        for (String unfilled : List.of("null", "$session.id", "{call}")) {
            ProblemException refusal =
                    assertThrows(
                            ProblemException.class,
                            () -> world.begin(wanted(unfilled, 1, ANI, Map.of())));
            assertEquals(400, refusal.problem().status());
        }
    }

    @Test
    void aNameOfAnEarlierRunNamesNoOtherTurn() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding _ = world.turn(id, "1", "silence");
        SessionStanding _ = world.turn(id, "2", RIGHT);
        SessionStanding _ = world.begin(CALL, 2);
        ProblemException conflict =
                assertThrows(ProblemException.class, () -> world.turn(id, "1", KEY));
        assertEquals(409, conflict.problem().status());
        assertEquals(SessionState.DONE, world.turn(id, "3", KEY).state());
    }

    @Test
    void whatWasProvenTooLongAgoCountsNoMoreHoweverItWasHandedOn() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding _ = world.turn(id, "1", RIGHT);
        world.pass(Duration.ofMinutes(14));
        String assertion = Objects.requireNonNull(world.begin(CALL, 0).assertion());
        assertEquals(
                SessionState.DONE,
                world.begin(wanted("next", 1, ANI, assertion, Map.of())).state());
        for (int i = 0; i < 8; i++) {
            world.pass(Duration.ofMinutes(14));
            SessionStanding _ = world.begin(wanted("next", 1, ANI, Map.of()));
        }
        assertEquals(SessionState.ASK, world.begin(wanted("next", 1, ANI, Map.of())).state());
    }

    @Test
    void whatAnotherReleaseWroteIsLeftToIt() {
        String id = world.begin(CALL, 1).sessionId();
        Stored there = world.store.kept.get("bank" + id);
        Stored future =
                new Stored(
                        there.version(),
                        SessionWorld.sealer()
                                .seal(
                                        "{\"state\":{}}".getBytes(UTF_8),
                                        String.join("\n", "session", "bank", id)));
        Stored _ = world.store.kept.put("bank" + id, future);
        for (Executable request :
                List.<Executable>of(() -> world.turn(id, "1", RIGHT), () -> world.begin(CALL, 1))) {
            ProblemException away = assertThrows(ProblemException.class, request);
            assertEquals(503, away.problem().status());
        }
        assertEquals(future, world.store.kept.get("bank" + id));
    }

    @Test
    void askingAgainDoesNotBringBackWhatWasUsedUp() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding _ = world.turn(id, "1", RIGHT);
        SessionStanding _ = world.begin(CALL, 2);
        SessionStanding failed = world.turn(id, "2", "hangup");
        assertEquals(SessionState.FAILED, failed.state());
        assertEquals(failed, world.begin(CALL, 2));
        SessionStanding lower = world.begin(CALL, 1);
        assertEquals(SessionState.DONE, lower.state());
        assertEquals(failed, world.begin(CALL, 2));
        assertEquals(failed, world.read(id));
    }

    @Test
    void afterAnOutageTheCallerMayTryAgain() {
        world.instead = new Result.Away(Reason.WEBHOOK_ERROR);
        SessionStanding failed = world.begin(CALL, 1);
        assertEquals(SessionState.FAILED, failed.state());
        assertEquals("webhook_error", failed.parameters().transferReason());
        assertEquals(Optional.of(Outcome.FAILED), world.decision.outcome());
        world.instead = null;
        SessionStanding again = world.begin(CALL, 1);
        assertEquals(SessionState.ASK, again.state());
        assertEquals(SessionState.DONE, world.turn(again.sessionId(), "1", RIGHT).state());
    }

    @Test
    void aSessionIsAboutOneNumber() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding _ = world.turn(id, "1", RIGHT);
        refused(409, () -> world.begin(wanted(CALL, 2, ANI, Map.of("phone_number", OTHER))));
    }

    @ParameterizedTest
    @CsvSource({"false, 0, DOB", "true, 0, CODE", "true, 1, DOB", "true, 2, DOB"})
    void aBareClaimCountsForNothingButLevelZeroWhereItIsTrusted(
            boolean trusted, int claim, String asked) {
        var client = client("a", "bank", Map.of("trust-level-zero", "" + trusted));
        SessionStanding begun =
                await(
                        world.sessions.begin(
                                client,
                                wanted(
                                        CALL,
                                        1,
                                        null,
                                        Map.of("phone_number", OTHER, "auth_level", claim))));
        assertEquals(0, begun.parameters().authLevel());
        assertEquals(
                asked.equals("CODE") ? "digits" : "date", begun.expect().kind(), begun::toString);
    }

    @Test
    void aClaimOfLevelZeroWithoutANumberSaysNothing() {
        var client = client("a", "bank", Map.of("trust-level-zero", "true"));
        SessionStanding begun =
                await(world.sessions.begin(client, wanted(CALL, 1, null, Map.of("auth_level", 0))));
        assertEquals(List.of("CUSTOMER"), texts(begun));
        assertNull(begun.parameters().authLevel());
    }

    // Assertions

    @Test
    void anotherCallGoesOnFromAnAssertionAboutItsNumber() {
        String assertion = proven();
        SessionStanding further = world.begin(wanted("CA2", 2, ANI, assertion, Map.of()));
        assertEquals(List.of("SECURITY_KEY", "SECURITY_KEY_HOW"), texts(further));
        assertEquals(1, further.parameters().authLevel());
        SessionStanding given =
                world.begin(wanted("CA3", 1, null, assertion, Map.of("phone_number", ANI)));
        assertEquals(SessionState.DONE, given.state());
    }

    @Test
    void anAssertionAboutAnotherNumberCountsForNothing() {
        String assertion = proven();
        SessionStanding begun = world.begin(wanted("CA2", 1, OTHER, assertion, Map.of()));
        assertEquals(SessionState.ASK, begun.state());
        assertEquals(0, begun.parameters().authLevel());
        assertNull(
                world.begin(wanted("CA3", 1, null, assertion, Map.of())).parameters().authLevel());
    }

    @Test
    void anAssertionThatDoesNotHoldIsRefusedBeforeAnythingIsAsked() {
        String assertion = proven();
        world.store.asked.clear();
        refused(403, () -> world.begin(wanted("CA2", 1, ANI, "a.b.c", Map.of())));
        refused(
                403,
                () ->
                        await(
                                world.sessions.begin(
                                        client("a", "rival", Map.of()),
                                        wanted("CA2", 1, ANI, assertion, Map.of()))));
        world.pass(Duration.ofMinutes(5));
        refused(403, () -> world.begin(wanted("CA2", 1, ANI, assertion, Map.of())));
        assertEquals(List.of(), world.store.asked);
    }

    @Test
    void readingAgainDoesNotLengthenTheLifeOfAnAssertion() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding done = world.turn(id, "1", RIGHT);
        world.pass(Duration.ofSeconds(299));
        assertNotNull(world.read(id).assertion());
        world.pass(Duration.ofSeconds(1));
        assertNull(world.read(id).assertion());
        refused(403, () -> world.begin(wanted("CA2", 1, ANI, done.assertion(), Map.of())));
        assertNotNull(world.begin(CALL, 1).assertion(), "whoever asks for the level anew gets one");
    }

    /** However often it is handed from session to session. */
    @Test
    void whatWasProvenCountsForTwoHours() {
        String assertion = proven();
        for (int i = 0; i < 29; i++) {
            world.pass(Duration.ofMinutes(4));
            SessionStanding next = world.begin(wanted("call-" + i, 1, ANI, assertion, Map.of()));
            assertEquals(SessionState.DONE, next.state());
            assertion = next.assertion();
            assertNotNull(assertion, "after " + (i + 1) * 4 + " min");
        }
        world.pass(Duration.ofMinutes(4));
        String last = assertion;
        refused(403, () -> world.begin(wanted("the-last", 1, ANI, last, Map.of())));
    }

    @Test
    void whatWasEarnedBeforeItFailedIsStated() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding failed = world.turn(id, "1", "hangup");
        assertEquals(SessionState.FAILED, failed.state());
        assertEquals(0, failed.parameters().authLevel());
        assertEquals(
                0,
                world.assertions
                        .verifiedOfNumber(world.client, failed.assertion())
                        .orElseThrow()
                        .level());
    }

    @Test
    void nothingIsStatedWhereNothingWasProven() {
        SessionStanding begun = world.begin(wanted(CALL, 1, null, Map.of()));
        SessionStanding failed = world.turn(begun.sessionId(), "1", "no");
        assertEquals(SessionState.FAILED, failed.state());
        assertNull(failed.parameters().authLevel());
        assertNull(failed.assertion());
    }

    private String proven() {
        String id = world.begin("proven", 1).sessionId();
        return Objects.requireNonNull(world.turn(id, "1", RIGHT).assertion());
    }

    // What is told elsewhere

    @Test
    void theDecisionTellsWhomItIsAboutAndWhatItCameTo() {
        String id = world.begin(CALL, 1).sessionId();
        assertEquals(Optional.of(PhoneNumber.ofE164(ANI)), world.decision.subject());
        assertEquals(Optional.of(id), world.decision.reference());
        assertEquals(Optional.of(Outcome.TOLD), world.decision.outcome());
        SessionStanding _ = world.turn(id, "1", RIGHT);
        assertEquals(Optional.of(Outcome.VERIFIED), world.decision.outcome());
        SessionStanding _ = world.read(id);
        assertEquals(Optional.of(Outcome.TOLD), world.decision.outcome());
        SessionStanding _ = world.begin(wanted("CA2", 1, NOBODY, Map.of()));
        SessionStanding _ = world.turn(world.begin("CA3", 1).sessionId(), "1", "agent");
        assertEquals(Optional.of(Outcome.NOT_VERIFIED), world.decision.outcome());
        assertEquals(Optional.of("agent"), world.decision.reason());
    }

    @Test
    void whatBeganAndHowItEndedIsCounted() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding _ = world.begin(CALL, 1);
        SessionStanding _ = world.turn(id, "1", "agent");
        SessionStanding _ = world.turn(id, "1", "agent");
        assertEquals(1, count("ask", "none"));
        assertEquals(1, count("transfer", "agent"));
        assertEquals(2, world.meters.get("vouchline.session.turns").timer().count());
    }

    private double count(String state, String reason) {
        return world.meters
                .get("vouchline.sessions")
                .tag("state", state)
                .tag("reason", reason)
                .counter()
                .count();
    }

    @Test
    void whatIsKeptHoldsNothingInClear() {
        String id = world.begin(CALL, 1).sessionId();
        SessionStanding _ = world.turn(id, "1", "000000");
        String kept = world.store.kept.get("bank" + id).sealed();
        for (String clear : List.of("6502530000", "person-1", "000000", CALL, "REF", "bank")) {
            assertFalse(kept.contains(clear), clear);
        }
    }

    @Test
    void aSessionThatDoesNotOpenIsUnknownAndMadeAnew() {
        String id = world.begin(CALL, 1).sessionId();
        String other = world.begin("CA2", 1).sessionId();
        Stored _ = world.store.kept.put("bank" + id, world.store.kept.get("bank" + other));
        refused(404, () -> world.read(id));
        refused(404, () -> world.turn(id, "1", RIGHT));
        assertEquals(SessionState.ASK, world.begin(CALL, 1).state());
        assertEquals(SessionState.DONE, world.turn(id, "1", RIGHT).state());
    }

    private List<String> checks() {
        return world.errands.stream().filter(one -> one.startsWith("CheckCode")).toList();
    }

    private static ProblemException refused(int status, Supplier<@Nullable Object> asking) {
        ProblemException refusal = assertThrows(ProblemException.class, asking::get);
        assertEquals(status, refusal.problem().status());
        return refusal;
    }
}
