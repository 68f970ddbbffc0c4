package io.vouchline.gateway.session;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.gateway.GatewayFixture;
import io.vouchline.gateway.Upstreams;
import io.vouchline.gateway.Upstreams.Mode;
import io.vouchline.gateway.access.AccessConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.conversation.Draft;
import io.vouchline.gateway.conversation.Earned;
import io.vouchline.gateway.conversation.Errand;
import io.vouchline.gateway.conversation.Parameters;
import io.vouchline.gateway.conversation.Profile;
import io.vouchline.gateway.conversation.Reason;
import io.vouchline.gateway.conversation.Result;
import io.vouchline.gateway.conversation.Result.Checked;
import io.vouchline.gateway.conversation.Result.Verdict;
import io.vouchline.gateway.conversation.State;
import io.vouchline.gateway.conversation.Way;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.session.Errands.Circumstances;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class ErrandsServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String SOMEBODY = "+16502530000";
    private static final String FIXED_LINE = "+16502530004";
    private static final String RISKY = "+16502530002";
    private static final String RECENTLY_CHANGED = "+16502530003";
    private static final String MAILBOX_CHANGED = "+16502530005";

    private static final String ISSUE = "/v1/verifications";
    private static final String RESEND = ISSUE + "/" + Upstreams.REFERENCE + "/resend";
    private static final String CHECK = ISSUE + "/check";
    private static final String CHANNELS = "/v1/channels/find";
    private static final String CALLERS = "/v1/callers/find";
    private static final String ANSWERS = "/v1/answers/check";
    private static final String RESERVE = "/v1/attempts/reserve";
    private static final String SETTLE = "/v1/attempts/settle";
    private static final String KEYS = "/v1/security-keys/check";
    private static final String PUSHES = "/v1/pushes";
    private static final String ASSESS = "/v1/assessments";

    private static final Errand.CheckAnswer RIGHT_ANSWER =
            new Errand.CheckAnswer(SecurityQuestion.DEBIT_CARD, "1234");
    private static final Errand.CheckAnswer WRONG_ANSWER =
            new Errand.CheckAnswer(SecurityQuestion.DEBIT_CARD, "4321");
    private static final Errand.CheckCode RIGHT_CODE =
            new Errand.CheckCode(Upstreams.REFERENCE, "012345");
    private static final Errand.PickPerson RIGHT_DATE = new Errand.PickPerson("1971-01-01");
    private static final Errand.SendCode BY_PHONE = new Errand.SendCode(Way.PHONE);
    private static final Errand.SendCode BY_MAIL = new Errand.SendCode(Way.EMAIL);

    @Inject Errands errands;
    @Inject SessionConfig config;
    @Inject CurrentRequest current;

    @BeforeEach
    void nothingIsWrittenDown() {
        Upstreams.are(Mode.FINE);
        Upstreams.find("");
        Upstreams.stands("UNKNOWN", "PUSH", "SENT");
        Upstreams.forget();
    }

    @AfterEach
    void theServicesAreFineAgain() {
        Upstreams.are(Mode.FINE);
        Upstreams.find("");
        Upstreams.stands("UNKNOWN", "VOICE", "SENT");
    }

    @Test
    @ActivateRequestContext
    void aCallerIsFoundWithWhatTheyCanBeAskedAndWhereACodeMayGo() {
        assertEquals(
                new Result.Found(
                        new Profile(
                                1,
                                1,
                                0,
                                "person-1",
                                Set.of(SecurityQuestion.DOB, SecurityQuestion.DEBIT_CARD),
                                true,
                                true)),
                run(SOMEBODY, new Errand.FindCaller(PhoneNumber.ofE164(SOMEBODY))));
        assertEquals(
                "{\"number\":\"+16502530000\",\"hold_seconds\":86400,\"birth_date\":null}",
                Upstreams.bodies(CALLERS).getFirst());
        assertEquals(
                new Result.Found(new Profile(0, 0, 0, null, Set.of(), false, false)),
                run(SOMEBODY, new Errand.FindCaller(PhoneNumber.ofE164(Upstreams.NOBODY))));
    }

    @Test
    @ActivateRequestContext
    void aPhoneOrMailboxThatWasJustChangedIsNoWay() {
        assertFalse(found(client(Map.of()), RECENTLY_CHANGED).phone());
        Profile other = found(client(Map.of()), MAILBOX_CHANGED);
        assertTrue(other.phone());
        assertFalse(other.mailbox());
    }

    @Test
    @ActivateRequestContext
    @Requirement(16)
    void aStrictClientsCallersAreAskedNothingAndGetNoMail() {
        Client strict = client(Map.of("strict", "true"));
        Profile profile = found(strict, SOMEBODY);
        assertEquals(Set.of(), profile.questions());
        assertFalse(profile.mailbox());
        assertTrue(profile.phone());
        Upstreams.forget();
        assertEquals(new Result.NotSent(), run(strict, SOMEBODY, BY_MAIL, "1"));
        assertEquals(checked(Verdict.WRONG), run(strict, SOMEBODY, RIGHT_ANSWER, "2"));
        assertEquals(checked(Verdict.WRONG), run(strict, Upstreams.SHARED, RIGHT_DATE, "3"));
        for (String path : List.of(ISSUE, ANSWERS, CALLERS, RESERVE)) {
            assertEquals(List.of(), Upstreams.bodies(path), path);
        }
    }

    @Test
    @ActivateRequestContext
    void aCodeGoesOutAsTheConversationAndTheClientWantIt() {
        Client client =
                client(
                        Map.of(
                                "code-without-leading-zero", "true",
                                "code-life", "120s",
                                "origin", "bank.example"));
        assertEquals(new Result.Sent(Upstreams.REFERENCE), run(client, SOMEBODY, BY_PHONE, "1"));
        JsonPath issued = JsonPath.from(Upstreams.bodies(ISSUE).getFirst());
        assertEquals(SOMEBODY, issued.getString("number"));
        assertEquals(List.of("SMS"), issued.getList("routes.channel"));
        assertEquals(8, issued.getInt("code.length"));
        assertEquals(120, issued.getInt("code.life_seconds"));
        assertTrue(issued.getBoolean("code.no_leading_zero"));
        assertFalse(issued.getBoolean("code.reveal"));
        assertEquals("sv-SE", issued.getString("wording.language"));
        assertEquals("bank.example", issued.getString("wording.origin"));
    }

    @Test
    @ActivateRequestContext
    void theNumberIsAssessedWithTheCallingNumberAndItsAttestation() {
        run(SOMEBODY, BY_PHONE);
        JsonPath assessed = JsonPath.from(Upstreams.bodies(ASSESS).getFirst());
        assertEquals(SOMEBODY, assessed.getString("circumstances.ani"));
        assertEquals("B", assessed.getString("circumstances.attestation"));
        assertTrue(assessed.getBoolean("circumstances.sending"));
    }

    @Test
    @ActivateRequestContext
    void aClientInDocumentModeIsToldNoCodeAndItsCheckIsSeen() {
        run(client(Map.of("document-mode", "true")), SOMEBODY, BY_PHONE, "1");
        assertTrue(Upstreams.bodies(ISSUE).getFirst().contains("\"reveal\":false"));
        assertTrue(Upstreams.bodies(ASSESS).getFirst().contains("\"sending\":true"));
    }

    @Test
    @ActivateRequestContext
    void aFixedLineIsCalledAndAMailboxIsNotScreened() {
        run(FIXED_LINE, BY_PHONE);
        assertTrue(Upstreams.bodies(ISSUE).getFirst().contains("\"VOICE\""));
        Upstreams.forget();
        assertEquals(new Result.Sent(Upstreams.REFERENCE), run(SOMEBODY, BY_MAIL));
        assertTrue(Upstreams.bodies(ISSUE).getFirst().contains("\"jane@example.com\""));
        assertEquals(List.of(), Upstreams.bodies(ASSESS));
    }

    @Test
    @ActivateRequestContext
    void aLanguageThatIsNoneGivesWayToTheClients() {
        Result result =
                run(
                        client(Map.of()),
                        SOMEBODY,
                        BY_PHONE,
                        "1",
                        new Circumstances("<b>!", Attestation.NONE));
        assertEquals(new Result.Sent(Upstreams.REFERENCE), result);
        assertTrue(Upstreams.bodies(ISSUE).getFirst().contains("\"en-US\""));
    }

    @Test
    @ActivateRequestContext
    void whatMayNotGoOutDoesNot() {
        assertEquals(new Result.NotSent(), run(RISKY, BY_PHONE));
        assertEquals(new Result.NotSent(), run(Upstreams.NOBODY, BY_PHONE));
        assertEquals(new Result.NotSent(), run(RECENTLY_CHANGED, BY_PHONE));
        assertEquals(new Result.NotSent(), run(MAILBOX_CHANGED, BY_MAIL));
        assertEquals(List.of(), Upstreams.bodies(ISSUE));
        for (Mode mode : List.of(Mode.LIMITED, Mode.UNREADABLE)) {
            Upstreams.are(mode);
            assertEquals(new Result.NotSent(), run(SOMEBODY, BY_PHONE), mode.name());
        }
        Upstreams.are(Mode.LIMITED);
        assertEquals(new Result.NotSent(), run(SOMEBODY, resend()));
    }

    @Test
    @ActivateRequestContext
    void channelsThatTheSameRequestHasFoundAreNotAskedForAgain() {
        found(client(Map.of()), SOMEBODY);
        assertInstanceOf(Result.Sent.class, run(SOMEBODY, BY_PHONE));
        assertEquals(List.of(), Upstreams.bodies(CHANNELS));
        assertInstanceOf(Result.Sent.class, run(FIXED_LINE, BY_PHONE));
        assertEquals(1, Upstreams.bodies(CHANNELS).size());
    }

    @Test
    @ActivateRequestContext
    void channelsAreAskedForInARequestThatHasNotFoundThem() {
        assertInstanceOf(Result.Sent.class, run(SOMEBODY, BY_PHONE));
        assertEquals(1, Upstreams.bodies(CHANNELS).size());
    }

    @Test
    @ActivateRequestContext
    void aCodeIsSentAgainUnlessThereIsNoneAnyMore() {
        assertEquals(new Result.Sent(Upstreams.REFERENCE), run(SOMEBODY, resend()));
        for (Mode mode : List.of(Mode.FORGOTTEN, Mode.CONFLICTING)) {
            Upstreams.are(mode);
            assertEquals(new Result.NotSent(), run(SOMEBODY, resend()), mode.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID, WRONG",
        "UNKNOWN, EXPIRED",
        "EXPIRED, EXPIRED",
        "MAX_ATTEMPTS_EXCEEDED, LOCKED",
        "VALID, EXPIRED"
    })
    @ActivateRequestContext
    void aCodeIsRightOnlyWithProof(String state, Verdict verdict) {
        Upstreams.find(state);
        assertEquals(checked(verdict), run(SOMEBODY, RIGHT_CODE));
    }

    @Test
    @ActivateRequestContext
    void aCodeIsComparedWithTheOneOfThisVerification() {
        assertEquals(checked(Verdict.RIGHT), run(SOMEBODY, RIGHT_CODE));
        JsonPath check = JsonPath.from(Upstreams.bodies(CHECK).getFirst());
        assertEquals(Upstreams.REFERENCE, check.getString("reference"));
        assertNull(check.getString("number"));
        assertNotNull(check.getString("attempt_id"));
        Errand.CheckCode known = new Errand.CheckCode(Upstreams.REFERENCE, Upstreams.KNOWN_CODE);
        assertEquals(checked(Verdict.EXPIRED), run(SOMEBODY, known));
    }

    @Test
    @ActivateRequestContext
    void whatIsNoCodeNoKeyOrNoDateIsWrongWithoutAnAttempt() {
        for (Errand none :
                List.of(
                        new Errand.CheckCode(Upstreams.REFERENCE, "twelve"),
                        new Errand.CheckCode(Upstreams.REFERENCE, "\u0661\u0662\u0663\u0664"),
                        new Errand.CheckCode(Upstreams.REFERENCE, ""),
                        new Errand.CheckKey("12345"),
                        new Errand.CheckKey("123456789"),
                        new Errand.PickPerson("1971-02-30"),
                        new Errand.PickPerson("yesterday"))) {
            assertEquals(checked(Verdict.WRONG), run(SOMEBODY, none), none::toString);
        }
        for (String path : List.of(CHECK, KEYS, RESERVE, CALLERS)) {
            assertEquals(List.of(), Upstreams.bodies(path), path);
        }
    }

    @Test
    @ActivateRequestContext
    void anAnswerIsCountedBeforeItIsLookedAtAndTakenBackIfItIsRight() {
        assertEquals(checked(Verdict.RIGHT), run(SOMEBODY, RIGHT_ANSWER));
        assertEquals(
                "{\"number\":\"+16502530000\",\"subject\":\"person-1\",\"question\":\"DEBIT_CARD\",\"answer\":\"1234\"}",
                Upstreams.bodies(ANSWERS).getFirst());
        assertTrue(Upstreams.bodies(SETTLE).getFirst().contains("\"passed\":true"));
        assertEquals(ids(RESERVE), ids(SETTLE));
        Upstreams.forget();
        assertEquals(checked(Verdict.WRONG), run(SOMEBODY, WRONG_ANSWER));
        assertTrue(Upstreams.bodies(SETTLE).getFirst().contains("\"passed\":false"));
    }

    @Test
    @ActivateRequestContext
    void aLockedNumberIsNotLookedAt() {
        assertEquals(checked(Verdict.LOCKED), run(Upstreams.LOCKED, RIGHT_ANSWER));
        assertEquals(checked(Verdict.LOCKED), run(Upstreams.LOCKED, RIGHT_DATE));
        assertEquals(List.of(), Upstreams.bodies(ANSWERS));
        assertEquals(List.of(), Upstreams.bodies(CALLERS));
        assertEquals(checked(Verdict.LOCKED), run(Upstreams.LOCKED, new Errand.CheckKey("012345")));
    }

    @Test
    @ActivateRequestContext
    void whatCouldNotBeLookedAtIsTakenBack() {
        for (Errand errand : List.of(RIGHT_ANSWER, RIGHT_DATE)) {
            Upstreams.are(Mode.LOOKUP_NOT_FOUND);
            assertEquals(new Result.Away(Reason.WEBHOOK_NOT_FOUND), run(SOMEBODY, errand));
            assertTrue(Upstreams.bodies(SETTLE).getFirst().contains("\"passed\":true"));
            assertEquals(ids(RESERVE), ids(SETTLE));
            Upstreams.forget();
        }
        Upstreams.are(Mode.ANSWERS_BROKEN);
        assertEquals(new Result.Away(Reason.WEBHOOK_ERROR), run(SOMEBODY, RIGHT_ANSWER));
        assertTrue(Upstreams.bodies(SETTLE).getFirst().contains("\"passed\":true"));
    }

    @Test
    @ActivateRequestContext
    void aRightBirthDatePicksThePersonAndAWrongOneNobody() {
        assertEquals(
                new Checked(
                        Verdict.RIGHT,
                        new Profile(
                                1,
                                1,
                                0,
                                "person-2",
                                Set.of(SecurityQuestion.DOB, SecurityQuestion.DEBIT_CARD),
                                true,
                                true)),
                run(Upstreams.SHARED, RIGHT_DATE));
        assertTrue(Upstreams.bodies(CALLERS).getFirst().contains("\"1971-01-01\""));
        assertTrue(Upstreams.bodies(SETTLE).getFirst().contains("\"passed\":true"));
        Upstreams.forget();
        assertEquals(
                checked(Verdict.WRONG), run(Upstreams.SHARED, new Errand.PickPerson("1972-01-01")));
        assertTrue(Upstreams.bodies(SETTLE).getFirst().contains("\"passed\":false"));
    }

    @Test
    @ActivateRequestContext
    void aKeyIsCheckedAgainstThePersonsOwnAndNobodysCountsAsWrong() {
        assertEquals(checked(Verdict.RIGHT), run(SOMEBODY, new Errand.CheckKey("012345")));
        assertTrue(
                Upstreams.bodies("/v1/authenticators/find")
                        .getFirst()
                        .contains("\"subject\":\"person-1\""));
        assertEquals(checked(Verdict.WRONG), run(SOMEBODY, new Errand.CheckKey("999999")));
        assertEquals(List.of(), Upstreams.bodies(RESERVE));
        assertEquals(checked(Verdict.WRONG), run(Upstreams.NOBODY, new Errand.CheckKey("012345")));
        assertEquals(1, Upstreams.bodies(RESERVE).size());
        assertTrue(Upstreams.bodies(SETTLE).getFirst().contains("\"passed\":false"));
    }

    @Test
    @ActivateRequestContext
    void anApprovalIsAskedForUnlessThereIsNoAppOrALimit() {
        assertEquals(
                new Result.Asked(Upstreams.APPROVAL, "42"),
                run(SOMEBODY, new Errand.AskApproval()));
        JsonPath push = JsonPath.from(Upstreams.bodies(PUSHES).getFirst());
        assertNull(push.getString("text"));
        assertEquals(300, push.getInt("life_seconds"));
        for (String number : List.of(Upstreams.WITHOUT_APP, Upstreams.WAITING)) {
            assertEquals(new Result.NotSent(), run(number, new Errand.AskApproval()), number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, PENDING",
        "VALID, RIGHT",
        "EXPIRED, EXPIRED",
        "INVALID, WRONG",
        "MAX_ATTEMPTS_EXCEEDED, WRONG"
    })
    @ActivateRequestContext
    void anApprovalStandsAsTheAppAnswered(String state, Verdict verdict) {
        Upstreams.stands(state, "PUSH", "SENT");
        assertEquals(checked(verdict), run(SOMEBODY, new Errand.ReadApproval(Upstreams.APPROVAL)));
    }

    @Test
    @ActivateRequestContext
    void theVerificationOfACodeIsNoApproval() {
        Upstreams.stands("VALID", "SMS", "SENT");
        assertEquals(
                checked(Verdict.EXPIRED),
                run(SOMEBODY, new Errand.ReadApproval(Upstreams.REFERENCE)));
    }

    @ParameterizedTest
    @MethodSource("everyErrand")
    @ActivateRequestContext
    void aServiceThatIsNotThereIsNotFoundAndOneThatFailsIsAnError(Errand errand) {
        if (errand instanceof Errand.ResendCode || errand instanceof Errand.ReadApproval) {
            // A verification that is not known (any more) is told in the same way: 404.
            Upstreams.are(Mode.NOT_FOUND);
            assertFalse(run(SOMEBODY, errand) instanceof Result.Away);
        } else {
            Upstreams.are(Mode.NOT_FOUND);
            assertEquals(new Result.Away(Reason.WEBHOOK_NOT_FOUND), run(SOMEBODY, errand));
        }
        for (Mode mode : List.of(Mode.BROKEN, Mode.GARBAGE)) {
            Upstreams.are(mode);
            assertEquals(new Result.Away(Reason.WEBHOOK_ERROR), run(SOMEBODY, errand), mode.name());
        }
    }

    @ParameterizedTest
    @MethodSource("everyErrand")
    @ActivateRequestContext
    void anErrandEndsInTheTimeOfItsRequest(Errand errand) {
        Upstreams.are(Mode.SILENT);
        Client client = client(Map.of());
        Duration time = config.storeTimeout().plusMillis(500);
        current.begin(client, Deadline.in(time, InstantSource.system()));
        assertEquals(
                new Result.Away(Reason.WEBHOOK_ERROR),
                errands.run(client, state(SOMEBODY), errand, "1", circumstances())
                        .await()
                        .atMost(PATIENCE));
    }

    /** Else a turn that others have overtaken would end a session that goes on well. */
    @ParameterizedTest
    @MethodSource("everyErrand")
    @ActivateRequestContext
    void withoutTimeToWriteItDownNothingIsBegun(Errand errand) {
        Client client = client(Map.of());
        current.begin(client, Deadline.in(config.storeTimeout(), InstantSource.system()));
        ProblemException failure =
                assertThrows(
                        ProblemException.class,
                        () ->
                                errands.run(client, state(SOMEBODY), errand, "1", circumstances())
                                        .await()
                                        .atMost(PATIENCE));
        assertEquals(503, failure.problem().status());
    }

    @Test
    @ActivateRequestContext
    void whatCannotBeRunIsAnErrorAndNoFailure() {
        Client client = client(Map.of());
        current.begin(client, Deadline.in(PATIENCE, InstantSource.system()));
        assertEquals(
                new Result.Away(Reason.WEBHOOK_ERROR),
                errands.run(client, state(null), BY_PHONE, "1", circumstances())
                        .await()
                        .atMost(PATIENCE));
    }

    @Test
    @ActivateRequestContext
    void theSameErrandTwiceAlsoAtOnceSendsOneMessage() {
        for (Errand errand : List.of(BY_PHONE, resend(), new Errand.AskApproval())) {
            String path =
                    switch (errand) {
                        case Errand.SendCode _ -> ISSUE;
                        case Errand.ResendCode _ -> RESEND;
                        default -> PUSHES;
                    };
            Upstreams.forget();
            runThreeTimes(errand, "7");
            assertEquals(3, Upstreams.bodies(path).size(), path);
            Set<String> keys = keys(path);
            assertEquals(1, keys.size(), path);
            run(client(Map.of()), SOMEBODY, errand, "8");
            assertEquals(2, keys(path).size(), path);
        }
    }

    @Test
    @ActivateRequestContext
    void theSameErrandTwiceAlsoAtOnceCountsOneAttempt() {
        Map<Errand, String> paths =
                Map.of(
                        RIGHT_CODE,
                        CHECK,
                        RIGHT_ANSWER,
                        RESERVE,
                        RIGHT_DATE,
                        RESERVE,
                        new Errand.CheckKey("012345"),
                        KEYS);
        paths.forEach(
                (errand, path) -> {
                    Upstreams.forget();
                    runThreeTimes(errand, "7");
                    assertEquals(3, Upstreams.bodies(path).size(), path);
                    assertEquals(1, ids(path).size(), path);
                    run(client(Map.of()), SOMEBODY, errand, "8");
                    assertEquals(2, ids(path).size(), path);
                });
    }

    @Test
    @ActivateRequestContext
    void anAnswerCountsByTheSameCallsAsOneOfDialogflow() {
        run(SOMEBODY, WRONG_ANSWER);
        List<List<String>> engine = attempts();
        Upstreams.forget();
        webhook("check_security_answer", "\"question\":\"debit_card\",\"answer\":\"4321\"");
        assertEquals(engine, attempts());
        assertFalse(engine.getFirst().isEmpty());
    }

    @Test
    @ActivateRequestContext
    void aKeyCountsByTheSameCallsAsOneOfDialogflow() {
        for (String number : List.of(SOMEBODY, Upstreams.NOBODY)) {
            Upstreams.forget();
            run(number, new Errand.CheckKey("999999"));
            List<List<String>> engine = attempts();
            Upstreams.forget();
            webhook(number, "2fa_validation", "\"security_key\":\"999999\"");
            assertEquals(engine, attempts());
            assertNotEquals(List.of(List.of(), List.of(), List.of(), List.of()), engine);
        }
    }

    @Test
    @ActivateRequestContext
    void aCodeCountsByTheSameCallAsOneOfDialogflow() {
        run(SOMEBODY, new Errand.CheckCode(Upstreams.REFERENCE, "999999"));
        assertEquals(1, Upstreams.bodies(CHECK).size());
        webhook("verify_otp", "\"otp\":\"999999\"");
        assertEquals(2, Upstreams.bodies(CHECK).size());
    }

    static List<Errand> everyErrand() {
        return List.of(
                new Errand.FindCaller(PhoneNumber.ofE164(SOMEBODY)),
                BY_PHONE,
                BY_MAIL,
                resend(),
                RIGHT_CODE,
                RIGHT_ANSWER,
                RIGHT_DATE,
                new Errand.CheckKey("012345"),
                new Errand.AskApproval(),
                new Errand.ReadApproval(Upstreams.APPROVAL));
    }

    private static Errand.ResendCode resend() {
        return new Errand.ResendCode(Upstreams.REFERENCE);
    }

    private static Checked checked(Verdict verdict) {
        return Checked.of(verdict);
    }

    private Profile found(Client client, String number) {
        Errand find = new Errand.FindCaller(PhoneNumber.ofE164(number));
        return assertInstanceOf(Result.Found.class, run(client, number, find, "found")).profile();
    }

    /** Once, and then twice at once. */
    private void runThreeTimes(Errand errand, String id) {
        Client client = client(Map.of());
        run(client, SOMEBODY, errand, id);
        Uni<Result> one = errands.run(client, state(SOMEBODY), errand, id, circumstances());
        Uni<Result> other = errands.run(client, state(SOMEBODY), errand, id, circumstances());
        Uni.join().all(one, other).andFailFast().await().atMost(PATIENCE);
    }

    private Result run(String number, Errand errand) {
        return run(client(Map.of()), number, errand, "1");
    }

    private Result run(Client client, String number, Errand errand, String id) {
        return run(client, number, errand, id, circumstances());
    }

    private Result run(
            Client client, String number, Errand errand, String id, Circumstances context) {
        current.begin(client, Deadline.in(PATIENCE, InstantSource.system()));
        return errands.run(client, state(number), errand, id, context).await().atMost(PATIENCE);
    }

    private static Circumstances circumstances() {
        return new Circumstances("sv-SE", Attestation.B);
    }

    private static State state(@Nullable String e164) {
        PhoneNumber number = e164 == null ? null : PhoneNumber.ofE164(e164);
        return new State(
                new Parameters(2, true, true, 3, 3, 3, 3, 3, 3, 3, 2, 8, 6),
                "US",
                true,
                LocalDate.of(2026, 11, 22),
                number,
                number,
                true,
                new Profile(1, 1, 0, "person-1", Set.of(), true, true),
                Earned.NOTHING,
                new Draft(null, null, null, null, null, null, null),
                Map.of(),
                Set.of(),
                null,
                List.of(),
                null);
    }

    private static Client client(Map<String, String> policy) {
        Map<String, String> settings = new HashMap<>();
        settings.put("vouchline.access.clients.web.tenant", "bank");
        settings.put("vouchline.access.clients.web.dialects", "vouchline");
        settings.put("vouchline.access.clients.web.default-region", "US");
        policy.forEach(
                (name, value) ->
                        settings.put("vouchline.access.clients.web.policy." + name, value));
        AccessConfig config =
                new SmallRyeConfigBuilder()
                        .withMapping(AccessConfig.class)
                        .withConverter(Duration.class, 100, new DurationConverter())
                        .withDefaultValues(settings)
                        .build()
                        .getConfigMapping(AccessConfig.class);
        return new Client(
                "web",
                "bank",
                Set.of(Dialect.VOUCHLINE),
                "US",
                config.clients().get("web").policy());
    }

    private static Set<String> keys(String path) {
        Set<String> keys = new HashSet<>();
        Upstreams.bodies(path)
                .forEach(body -> keys.add(JsonPath.from(body).getString("idempotency.key")));
        return keys;
    }

    private static Set<String> ids(String path) {
        Set<String> ids = new HashSet<>();
        Upstreams.bodies(path)
                .forEach(body -> ids.add(JsonPath.from(body).getString("attempt_id")));
        return ids;
    }

    /** What was counted, without the names of the attempts and of the persons. */
    private static List<List<String>> attempts() {
        return List.of(anonymous(RESERVE), anonymous(SETTLE), anonymous(KEYS), anonymous(ANSWERS));
    }

    private static List<String> anonymous(String path) {
        return Upstreams.bodies(path).stream()
                .map(
                        body ->
                                body.replaceAll("\"attempt_id\":\"[^\"]*\"", "")
                                        .replaceAll("\"subject\":(null|\"[^\"]*\")", ""))
                .toList();
    }

    private static void webhook(String name, String members) {
        webhook(SOMEBODY, name, members);
    }

    private static void webhook(String number, String name, String members) {
        given().header("X-API-Key", "a-key-of-the-tests-0123456789")
                .contentType(ContentType.JSON)
                .body("{\"phone_number\":\"" + number + "\"," + members + "}")
                .post("/dialogflow/" + name)
                .then()
                .statusCode(200);
    }
}
