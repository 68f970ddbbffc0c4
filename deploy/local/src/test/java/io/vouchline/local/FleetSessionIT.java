package io.vouchline.local;

import static io.vouchline.local.FleetUnderTest.arrived;
import static io.vouchline.local.FleetUnderTest.ask;
import static io.vouchline.local.FleetUnderTest.at;
import static io.vouchline.local.FleetUnderTest.codeFor;
import static io.vouchline.local.FleetUnderTest.credentials;
import static io.vouchline.local.FleetUnderTest.fleet;
import static io.vouchline.local.FleetUnderTest.keyed;
import static io.vouchline.local.FleetUnderTest.load;
import static io.vouchline.local.FleetUnderTest.messages;
import static io.vouchline.local.FleetUnderTest.secret;
import static io.vouchline.local.FleetUnderTest.settings;
import static io.vouchline.local.FleetUnderTest.verify;
import static io.vouchline.local.FleetUnderTest.webhook;
import static io.vouchline.local.FleetUnderTest.wrong;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vouchline.local.carrier.OutboxMessage;
import io.vouchline.local.process.Member;
import io.vouchline.local.process.OwnProcesses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The document's four sample dialogues word for word, and what else may happen on the line, turn by
 * turn against the four packaged services.
 */
@ExtendWith(FleetUnderTest.class)
class FleetSessionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONE_TIME = 8;

    private static final String WHICH_WAY =
            "For security purposes, we need to validate your identity, so we will send you a code."
                    + " Do you prefer to receive the code by phone or by email?";
    private static final String DONE = "Thank you, you have been successfully authenticated.";
    private static final String FAILED =
            "We weren't able to authenticate you, so we are unable to complete this action."
                    + " We apologize for any inconvenience caused.";
    private static final String MORE_NEEDED =
            "Okay, for security purposes we will need some more information to validate your"
                    + " identity.";

    /** A call that is driven turn by turn. */
    private static final class Line {

        private final String id;
        private JsonPath answer;
        private int turns;

        private Line(JsonPath answer) {
            this.answer = answer;
            this.id = answer.getString("session_id");
        }

        static Line call(String ani, int level) {
            return call("call-" + UUID.randomUUID(), ani, level);
        }

        static Line call(String externalId, String ani, int level) {
            return new Line(begin(externalId, ani, level, "").statusCode(200).extract().jsonPath());
        }

        Line says(String... spoken) {
            assertEquals(String.join(" ", spoken), said());
            return this;
        }

        /** The last of what is said; before it comes what a sub-dialogue asks in its own words. */
        Line saysAtFirst(String spoken) {
            assertTrue(said().startsWith(spoken), said());
            return this;
        }

        String said() {
            return answer.getList("prompts.text", String.class).stream()
                    .collect(Collectors.joining(" "));
        }

        Line hears(String transcript) {
            return takes("speech", transcript);
        }

        Line takes(String kind, String value) {
            turns++;
            answer = turn(id, "turn-" + turns, kind, value).statusCode(200).extract().jsonPath();
            return this;
        }

        Line isAsked(String kind) {
            assertEquals("ask", answer.getString("state"), this::said);
            assertEquals(kind, answer.getString("expect.kind"));
            return this;
        }

        Line isDone(int level) {
            assertEquals("done", answer.getString("state"), this::said);
            assertEquals(level, answer.getInt("parameters.auth_level"));
            assertNull(answer.getString("parameters.transfer_reason"));
            assertNull(answer.get("expect"));
            return this;
        }

        Line hasFailed(String reason) {
            assertEquals("failed", answer.getString("state"), this::said);
            assertEquals(reason, answer.getString("parameters.transfer_reason"));
            return this;
        }
    }

    private static ValidatableResponse begin(
            String externalId, String ani, int level, String further) {
        return ask(
                "/sessions",
                """
                {"external_id":"%s","platform":"test","ani":"%s"%s,
                 "parameters":{"auth_level_req":%d,"account_auth_enabled":true,"card_auth_enabled":false}}
                """
                        .formatted(externalId, ani, further, level));
    }

    private static ValidatableResponse turn(String id, String turnId, String kind, String value) {
        return ask("/sessions/" + id + "/turns", turnBody(turnId, kind, value));
    }

    private static String turnBody(String turnId, String kind, String value) {
        return "{\"turn_id\":\"%s\",\"kind\":\"%s\",\"value\":\"%s\"}"
                .formatted(turnId, kind, value);
    }

    /** A customer as the document's, with a number (without +1) of their own. */
    private static void documentsCustomer(String id, String number) {
        load("""
                        {"id":"%1$s","name":"Casey Tester","birth_date":"1995-02-03","phones":[{"number":"+1%2$s","verified":true}],"mailboxes":[{"address":"%1$s@example.com","verified":true}],"accounts":[{"number":"99%2$s","capacity":"self","debit_cards":[{"last_four":"1234","expiry":"2028-09","primary":true}],"last_transaction":{"amount":"500.00","payment_mode":"debit","at":"2026-11-02"}}]}
                        """
                        .formatted(id, number))
                .body("created", is(1));
    }

    private static Line waitingForCode(String customer, String number) {
        documentsCustomer(customer, number);
        return Line.call("+1" + number, 1).hears("Phone").isAsked("digits");
    }

    private static String code(String number, Instant since) {
        return Objects.requireNonNull(
                arrived("+1" + number, since, message -> message.code() != null).code());
    }

    /** The answers to the first two questions. */
    private static Line answersTwo(Line line) {
        return line.hears("February 3, 1995").hears("Yes").hears("It's 1234").isAsked("amount");
    }

    @Test
    void theFirstSampleReachesLevel1ByACode() {
        documentsCustomer("sample1", "6502530200");
        Instant before = Instant.now();

        Line line = Line.call("+16502530200", 1).says(WHICH_WAY);
        line.hears("Phone")
                .says(
                        "We have sent a code to your registered phone number ending in 0200."
                                + " This may take a few seconds. Can you please confirm the code?");
        line.hears("The code is " + code("6502530200", before)).says(DONE).isDone(1);
        assertEquals("6502530200", line.answer.getString("parameters.phone_number"));
    }

    @Test
    void theSecondSampleReachesLevel1ByThreeAnswers() {
        documentsCustomer("sample2", "6502530201");

        Line.call("anonymous", 1)
                .says(
                        "Are you a customer of our bank, or do you have power of attorney?"
                                + " Please confirm by saying yes or no.")
                .hears("Yes")
                .saysAtFirst(
                        "Okay, we need to collect your phone number to fetch your account details.")
                .hears("+1 6502530201")
                .says("Got it. The number you mentioned is plus 1 6502530201, is that correct?")
                .hears("Yes")
                .saysAtFirst("Great, we are done collecting the telephone number. " + MORE_NEEDED)
                .hears("February 3, 1995")
                .says("Okay, your birthdate is February 3, 1995, is that correct?")
                .hears("Yes")
                .says(
                        "Great, we have collected your birthdate."
                                + " Please tell us the last four digits of your debit card number.")
                .hears("It's 1234")
                .says(
                        "Please tell us the dollar amount of your last transaction. For example, if"
                                + " your last transaction amount was $100.30, say \"100\".")
                .hears("It was 500 dollars")
                .says(DONE)
                .isDone(1);
        assertEquals(
                List.of(),
                messages("+16502530201", Instant.EPOCH),
                "no code goes to a told number");
    }

    @Test
    void theThirdSampleStepsUpToLevel2ByASecurityKey() throws IOException {
        documentsCustomer("sample3", "6502530202");
        AuthenticatorApp app = authenticator("6502530202");
        String call = "call-" + UUID.randomUUID();
        Instant before = Instant.now();
        Line.call(call, "+16502530202", 1)
                .hears("Phone")
                .hears(code("6502530202", before))
                .isDone(1);

        Line stepUp =
                Line.call(call, "+16502530202", 2)
                        .says(
                                "Please share your security key. Generate the 6 digit security key"
                                        + " in your bank app or authenticator app. Then say or"
                                        + " enter the digits.");
        stepUp.turns = 100;
        AuthenticatorApp.awaitYoungStep();
        stepUp.hears(app.shown(AuthenticatorApp.step())).says(DONE).isDone(2);

        JwtClaims claims = verified(secret(stepUp.answer.getString("assertion")));
        assertEquals(2L, claims.getClaimValue("auth_level"));
        assertEquals(List.of("otp", "mfa"), claims.getClaimValue("amr"));
        assertEquals(stepUp.id, claims.getClaimValue("session"));
    }

    @Test
    void theFourthSampleEndsWithTheSecondRefusal() {
        documentsCustomer("sample4", "6502530203");

        Line.call("+16502530203", 1)
                .says(WHICH_WAY)
                .hears("No, I don't want to share")
                .saysAtFirst(MORE_NEEDED)
                .hears("February 3, 1995")
                .says("Okay, your birthdate is February 3, 1995, is that correct?")
                .hears("Yes")
                .says(
                        "Great, we have collected your birthdate."
                                + " Please tell us the last four digits of your debit card number.")
                .hears("It's 1234")
                .says(
                        "Please tell us the dollar amount of your last transaction. For example, if"
                                + " your last transaction amount was $100.30, say \"100\".")
                .hears("I don't want to share the details")
                .says(FAILED)
                .hasFailed("denial_of_information");
    }

    @Test
    void aCodeIsRightAfterTwoWrongOnes() {
        Instant before = Instant.now();
        Line line = waitingForCode("wrong-twice", "6502530204");
        String code = code("6502530204", before);

        line.hears(wrong(code)).isAsked("digits");
        line.takes("dtmf", wrong(code) + "#").isAsked("digits");
        line.takes("dtmf", code + "#").isDone(1);
    }

    @Test
    void aCodeWhoseTimeIsOverLeadsToTheQuestions() {
        Instant before = Instant.now();
        Line line = waitingForCode("overtaken", "6502530205");
        String code = code("6502530205", before);
        // A newer code ends the life of the older one.
        String newer = codeFor("6502530205");

        line.hears(code).saysAtFirst(MORE_NEEDED).isAsked("date");
        webhook("verify_otp", verify("6502530205", newer)).body("otp_verified", is(true));
    }

    @Test
    void aCodeThatDidNotComeIsSentAgainAndIsTheSameOne() {
        Instant before = Instant.now();
        Line line = waitingForCode("resent", "6502530206");
        String code = code("6502530206", before);
        Instant again = Instant.now();

        line.hears("I didn't get it").isAsked("digits");
        OutboxMessage second = arrived("+16502530206", again);
        assertEquals(code, second.code());
        line.hears("I still haven't received anything").saysAtFirst(MORE_NEEDED);
        answersTwo(line).hears("500 dollars").isDone(1);
    }

    @Test
    void guessingIsCountedAtTheOtherEntrancesToo() {
        Instant before = Instant.now();
        Line line = waitingForCode("locked", "6502530207");
        String code = code("6502530207", before);
        for (int i = 0; i < 2; i++) {
            line.hears(wrong(code)).isAsked("digits");
        }
        for (int i = 0; i < 3; i++) {
            webhook("verify_otp", verify("6502530207", wrong(code)))
                    .body("otp_verified", is(false));
        }

        line.hears(code).saysAtFirst(MORE_NEEDED).isAsked("date");
        line.hears("February 3, 1995").hears("Yes").hasFailed("max_no_match");
    }

    @Test
    void twoWrongAnswersEndIt() {
        documentsCustomer("two-wrong", "6502530208");

        Line.call("+16502530208", 1)
                .hears("No, I don't want to share")
                .hears("February 3, 1995")
                .hears("Yes")
                .hears("9999")
                .isAsked("amount")
                .hears("12 dollars")
                .says(FAILED)
                .hasFailed("max_no_match");
    }

    @Test
    void threeSilencesEndIt() {
        documentsCustomer("silent", "6502530209");

        Line.call("+16502530209", 1)
                .takes("no_input", "")
                .isAsked("choice")
                .takes("no_input", "")
                .isAsked("choice")
                .takes("no_input", "")
                .says(FAILED)
                .hasFailed("max_no_input");
    }

    @Test
    void whoAsksForAPersonInTheMiddleIsPutThrough() {
        Line line = waitingForCode("agent", "6502530210");

        line.hears("Let me talk to a human, please");

        assertEquals("transfer", line.answer.getString("state"));
        assertEquals("agent", line.answer.getString("parameters.transfer_reason"));
        assertEquals(0, line.answer.getInt("parameters.auth_level"));
    }

    @Test
    void aLookupThatDoesNotAnswerIsTold() throws Exception {
        ProcessHandle lookup = process(Member.LOOKUP);
        signal("STOP", lookup);
        try {
            Line.call("+16502530299", 1).says(FAILED).hasFailed("webhook_error");
        } finally {
            signal("CONT", lookup);
        }
        awaitLookup();
    }

    @Test
    void aRedisThatRestartsBetweenTwoTurnsLosesNothing() throws Exception {
        Instant before = Instant.now();
        Line line = waitingForCode("restarted", "6502530211");
        String code = code("6502530211", before);

        restartRedis();

        ValidatableResponse answer = untilAvailable(line.id, "turn-2", code);
        answer.statusCode(200)
                .body("state", is("done"))
                .body("parameters.auth_level", is(1))
                .body("parameters.transfer_reason", nullValue());
    }

    @Test
    void theSameTurnAgainGetsTheSameAnswerAndSendsNothing() {
        documentsCustomer("repeated", "6502530212");
        Line line = Line.call("+16502530212", 1);
        Instant before = Instant.now();

        String first =
                turn(line.id, "turn-1", "speech", "Phone").statusCode(200).extract().asString();
        String code = code("6502530212", before);
        String second =
                turn(line.id, "turn-1", "speech", "Phone").statusCode(200).extract().asString();

        assertEquals(first, second);
        line.turns = 1;
        line.hears(code).isDone(1);
        assertEquals(1, messages("+16502530212", before).size());
        turn(line.id, "turn-1", "speech", "Email").statusCode(200).body("state", is("done"));
    }

    @Test
    void ofTurnsInParallelEachIsTakenOnce() {
        Instant before = Instant.now();
        Line line = waitingForCode("at-once", "6502530213");
        String code = code("6502530213", before);
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        fleet().gatewayUrl() + "/sessions/" + line.id + "/turns"))
                        .header("X-API-Key", credentials().apiKey())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(turnBody("turn-2", "dtmf", code)))
                        .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<CompletableFuture<HttpResponse<String>>> answers =
                    IntStream.range(0, AT_ONE_TIME)
                            .mapToObj(i -> http.sendAsync(request, BodyHandlers.ofString()))
                            .toList();

            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                JsonPath told = JsonPath.from(answer.join().body());
                assertEquals("done", told.getString("state"), () -> answer.join().body());
            }
        }
        webhook("verify_otp", verify("6502530213", code)).body("code_state", is("EXPIRED"));
    }

    @Test
    void anAssertionStartsALaterSession() throws IOException {
        documentsCustomer("asserted", "6502530214");
        Instant before = Instant.now();
        Line first = Line.call("+16502530214", 1).hears("Phone");
        first.hears(code("6502530214", before)).isDone(1);
        String assertion = secret(first.answer.getString("assertion"));
        assertNotNull(verified(assertion).getClaimValue("number"));

        begin(
                        "call-" + UUID.randomUUID(),
                        "+16502530214",
                        1,
                        ",\"assertion\":\"" + assertion + "\"")
                .statusCode(200)
                .body("state", is("done"))
                .body("parameters.auth_level", is(1));
        begin(
                        "call-" + UUID.randomUUID(),
                        "+16502530200",
                        1,
                        ",\"assertion\":\"" + assertion + "\"")
                .statusCode(200)
                .body("state", is("ask"));
    }

    @Test
    void whoIsHeardInSwedishIsAnsweredInSwedish() {
        documentsCustomer("svenska", "6502530215");
        Instant before = Instant.now();
        Line line =
                new Line(
                        begin(
                                        "call-" + UUID.randomUUID(),
                                        "+16502530215",
                                        1,
                                        ",\"language\":\"sv-SE\"")
                                .statusCode(200)
                                .body("language", is("sv"))
                                .extract()
                                .jsonPath());

        line.hears("telefon").isAsked("digits");
        line.hears("koden är " + code("6502530215", before)).isDone(1);
    }

    private static AuthenticatorApp authenticator(String number) {
        String assertion =
                secret(
                        ask(
                                        "/verifications/check",
                                        "{\"phone_number\":\"%s\",\"code\":\"%s\"}"
                                                .formatted(number, codeFor(number)))
                                .statusCode(200)
                                .extract()
                                .path("assertion"));
        JsonPath made =
                asserted(assertion, "/authenticators", "{\"phone_number\":\"" + number + "\"}");
        AuthenticatorApp app = AuthenticatorApp.of(made.getString("otpauth_uri"));
        String _ = secret(app.secret());
        AuthenticatorApp.awaitYoungStep();
        JsonPath confirmed =
                asserted(
                        assertion,
                        "/authenticators/" + made.getString("id") + "/confirm",
                        "{\"phone_number\":\"%s\",\"key\":\"%s\"}"
                                .formatted(number, app.shown(AuthenticatorApp.step() - 1)));
        assertTrue(confirmed.getBoolean("confirmed"));
        return app;
    }

    private static JsonPath asserted(String assertion, String path, String body) {
        return keyed(credentials().apiKey())
                .header("Vouchline-Assertion", assertion)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** As a bank's back end does, which knows nothing but where the keys are. */
    private static JwtClaims verified(String assertion) throws IOException {
        try {
            String keys = at().get("/.well-known/jwks.json").then().extract().asString();
            return new JwtConsumerBuilder()
                    .setExpectedAudience("vouchline-assertion")
                    .setExpectedIssuer("vouchline-gateway")
                    .setExpectedType(true, "vouchline-assertion+jwt")
                    .setRequireExpirationTime()
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(
                                    new JsonWebKeySet(keys).getJsonWebKeys()))
                    .build()
                    .processToClaims(assertion);
        } catch (JoseException | InvalidJwtException e) {
            throw new IOException(e);
        }
    }

    private static ProcessHandle process(Member member) {
        String jar = member.folder() + "/target/quarkus-app";
        return ProcessHandle.current()
                .descendants()
                .filter(
                        process ->
                                process.info()
                                        .arguments()
                                        .map(arguments -> String.join(" ", arguments))
                                        .orElse("")
                                        .contains(jar))
                .findFirst()
                .orElseThrow();
    }

    private static void signal(String name, ProcessHandle process)
            throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor());
    }

    /** Its breaker at the gateway may be open for a while. */
    private static void awaitLookup() {
        await(
                () ->
                        ask(
                                                "/dialogflow/telephony_verification",
                                                "{\"phone_number\":\"6502530000\"}")
                                        .extract()
                                        .statusCode()
                                == 200);
    }

    private static void restartRedis() throws IOException, InterruptedException {
        Path folder = settings().state().resolve("redis");
        Path pidFile = folder.resolve("redis.pid");
        ProcessHandle redis =
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip())).orElseThrow();
        String executable = redis.info().command().orElseThrow();
        OwnProcesses.end(redis);
        assertEquals(
                0,
                new ProcessBuilder(executable, folder.resolve("redis.conf").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("redis.log").toFile())
                        .start()
                        .waitFor());
        await(() -> Files.exists(pidFile));
        OwnProcesses.of(settings().state()).record(pidFile);
    }

    private static ValidatableResponse untilAvailable(String id, String turnId, String code) {
        ValidatableResponse[] answer = new ValidatableResponse[1];
        await(
                () -> {
                    answer[0] = turn(id, turnId, "speech", code);
                    return answer[0].extract().statusCode() != 503;
                });
        return answer[0];
    }

    private static void await(BooleanSupplier done) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "it takes too long");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
