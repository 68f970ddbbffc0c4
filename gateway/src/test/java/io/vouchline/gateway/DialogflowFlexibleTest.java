package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.gateway.Upstreams.Mode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The flexible webhooks, as Google's components and hand-made agents really call them. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class DialogflowFlexibleTest {

    private static final String LOCKED = "\"6502530009\"";
    private static final String NOBODY = "\"6502530001\"";
    private static final String RESERVE = "/v1/attempts/reserve";
    private static final String SETTLE = "/v1/attempts/settle";
    private static final String CHECK_ANSWER = "/v1/answers/check";
    private static final String CHECK_KEY = "/v1/security-keys/check";

    /** Who is asked about the number; for security answers nobody is. */
    private static final Map<String, List<String>> ASKED =
            Map.of(
                    "telephony_verification", List.of("/v1/accounts/summary"),
                    "get_credit_card_details", List.of("/v1/credit-cards/summary"),
                    "send_otp", List.of("/v1/channels/find", Upstreams.ISSUE),
                    "verify_otp", List.of("/v1/verifications/check"),
                    "2fa_validation", List.of("/v1/authenticators/find", CHECK_KEY),
                    "check_security_answer", List.of(RESERVE, CHECK_ANSWER, SETTLE));

    @BeforeAll
    static void theGatewayIsWarm() {
        GatewayServiceTest.theGatewayIsWarm();
    }

    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
        Upstreams.forget();
    }

    @AfterEach
    void theServicesAreFineAgain() {
        Upstreams.are(Mode.FINE);
    }

    // What every webhook takes and answers

    static List<String> webhooks() {
        return WebhookCalls.names();
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void everyWebhookAnswersExactlyItsFieldsToAKnownAndToAnUnknownNumber(String webhook) {
        for (String number : List.of("\"6502530000\"", "\"6502530001\"")) {
            ValidatableResponse answer =
                    called(webhook, WebhookCalls.members(webhook, "phone_number", number))
                            .statusCode(200)
                            .body("$", aMapWithSize(WebhookCalls.fields(webhook).size()));
            WebhookCalls.fields(webhook).forEach(field -> answer.body("$", hasKey(field)));
        }
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void aWebhookHasItsFullNameInThePathToo(String webhook) throws Exception {
        String full = WebhookCalls.fullName(webhook);
        for (String name : List.of(full, full.replace(":", "%3A"), full.replace(":", "%3a"))) {
            HttpResponse<String> answer = posted(name, WebhookCalls.members(webhook));
            assertEquals(200, answer.statusCode(), name);
            assertEquals(
                    WebhookCalls.fields(webhook).size(),
                    JsonPath.from(answer.body()).getMap("$").size());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prebuilt_components_authentication:",
                "prebuilt_components_authentication:send_otp:send_otp",
                ":send_otp",
                "elsewhere:send_otp",
                "SEND_OTP",
                "send_otp "
            })
    void anyOtherNameIsNoWebhook(String name) throws Exception {
        HttpResponse<String> answer =
                posted(name.replace(" ", "%20"), WebhookCalls.members("send_otp"));
        assertEquals(404, answer.statusCode());
        assertEquals(404, JsonPath.from(answer.body()).getInt("error.code"));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ISSUE));
    }

    static Stream<Arguments> numbers() {
        return every(
                List.of(
                        "\"6502530000\"",
                        "\"+16502530000\"",
                        "\"+1 650-253-0000\"",
                        "6502530000",
                        "6502530000.0",
                        "6.50253E9",
                        "[\"6502530000\"]"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void everyWebhookReadsANumberInEveryTypeThatItComesIn(String webhook, String number) {
        called(webhook, WebhookCalls.members(webhook, "phone_number", number)).statusCode(200);
        List<String> asked =
                ASKED.getOrDefault(webhook, List.of()).stream()
                        .flatMap(path -> Upstreams.bodies(path).stream())
                        .toList();
        assertEquals(ASKED.containsKey(webhook), !asked.isEmpty());
        assertTrue(asked.stream().allMatch(body -> body.contains("\"+16502530000\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "\"1\"", "-1", "1.9", "2", "null", "\"\"", "true", "[1]"})
    void whatAnAgentSaysOfLevelsIsIgnoredInEveryType(String level) {
        String levels = ",\"auth_level\":" + level + ",\"auth_level_req\":" + level;
        called("telephony_verification", WebhookCalls.members("telephony_verification") + levels)
                .statusCode(200)
                .body("account_count", is(1));
        called("verify_otp", WebhookCalls.members("verify_otp", "otp", "\"999999\"") + levels)
                .statusCode(200)
                .body("otp_verified", is(false))
                .body("auth_level", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "\"true\"", "\"false\"", "1.0", "0", "null"})
    void whatAnAgentSaysOfItsFlagsIsIgnoredInEveryType(String flag) {
        String flags = ",\"account_auth_enabled\":" + flag + ",\"card_auth_enabled\":" + flag;
        called("telephony_verification", WebhookCalls.members("telephony_verification") + flags)
                .statusCode(200)
                .body("account_count", is(1));
    }

    static Stream<Arguments> inputsThatAreNone() {
        List<String> values =
                List.of(
                        "\"$session.params.phone_number\"",
                        "\"$flow.channel\"",
                        "\"null\"",
                        "null",
                        "\"\"",
                        "\" \"",
                        "[]",
                        "[\"1\",\"2\"]",
                        "true",
                        "{}",
                        "1e999999999");
        return WebhookCalls.names().stream()
                .flatMap(
                        webhook ->
                                WebhookCalls.inputs(webhook).stream()
                                        .flatMap(
                                                input ->
                                                        values.stream()
                                                                .map(
                                                                        value ->
                                                                                Arguments.of(
                                                                                        webhook,
                                                                                        input,
                                                                                        value))));
    }

    @ParameterizedTest
    @MethodSource("inputsThatAreNone")
    void whatIsNoValueIsToldWithEveryFieldNullAndNobodyIsAsked(
            String webhook, String input, String value) {
        int calls = Upstreams.calls();
        ValidatableResponse answer =
                called(webhook, WebhookCalls.members(webhook, input, value))
                        .statusCode(400)
                        .body("$", aMapWithSize(WebhookCalls.fields(webhook).size() + 1))
                        .body("error.code", is(400));
        WebhookCalls.fields(webhook)
                .forEach(field -> answer.body("$", hasKey(field)).body(field, nullValue()));
        assertEquals(calls, Upstreams.calls());
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void aListAroundEachSingleValueIsThatValue(String webhook) {
        for (String input : WebhookCalls.inputs(webhook)) {
            String value =
                    JsonPath.from(WebhookCalls.flat(WebhookCalls.members(webhook)))
                            .getString(input);
            called(webhook, WebhookCalls.members(webhook, input, "[\"" + value + "\"]"))
                    .statusCode(200);
        }
    }

    // How it is called

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "Application/JSON ; charset=\"utf-8\"",
                "application/json; charset=iso-8859-1",
                "application/json; charset=no-such-charset"
            })
    void jsonIsTakenWhateverCharacterSetItNames(String contentType) throws Exception {
        assertEquals(200, raw(contentType, flat("telephony_verification").getBytes(UTF_8)));
    }

    @Test
    void aBodyWithoutAMediaTypeIsTakenForJson() throws Exception {
        assertEquals(200, raw(null, flat("telephony_verification").getBytes(UTF_8)));
    }

    @Test
    void jsonMayBeUtf16() throws Exception {
        assertEquals(
                200, raw("application/json", flat("telephony_verification").getBytes(UTF_16LE)));
    }

    @Test
    void whatIsNestedWithoutEndIsUnreadable() throws Exception {
        for (String body :
                List.of(
                        "[".repeat(30_000),
                        "{\"phone_number\":".repeat(2_000),
                        "{\"sessionInfo\":{\"parameters\":" + "[".repeat(2_000))) {
            assertEquals(400, raw("application/json", body.getBytes(UTF_8)));
        }
    }

    @Test
    void whatIsNotUnicodeIsUnreadable() throws Exception {
        assertEquals(
                400, raw("application/json", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"'}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonp",
                "application/json-patch+json",
                "multipart/form-data; boundary=x"
            })
    void anyOtherMediaTypeIsToldInForm(String contentType) throws Exception {
        assertEquals(415, raw(contentType, flat("telephony_verification").getBytes(UTF_8)));
        assertEquals(List.of(), Upstreams.bodies("/v1/accounts/summary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "/", ";", "application/", "application/json/json"})
    void whatIsNoMediaTypeIsRefused(String contentType) throws Exception {
        int status = raw(contentType, flat("telephony_verification").getBytes(UTF_8));
        assertTrue(status == 400 || status == 415, contentType + ": " + status);
    }

    @Test
    void aChunkedBodyIsTaken() throws Exception {
        HttpRequest request =
                request("telephony_verification")
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () ->
                                                new ByteArrayInputStream(
                                                        flat("telephony_verification")
                                                                .getBytes(UTF_8))))
                        .build();
        assertEquals(200, sent(request).statusCode());
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void aQueryWithoutABodyCallsEveryWebhook(String webhook) {
        JsonPath inputs = JsonPath.from(WebhookCalls.flat(WebhookCalls.members(webhook)));
        given().header("X-API-Key", GatewayFixture.KEY)
                .queryParams(inputs.<String, Object>getMap("$"))
                .get("/dialogflow/" + webhook)
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(WebhookCalls.fields(webhook).size()));
    }

    @Test
    void onlyACallThatIsMeantSendsACode() {
        String query = "/dialogflow/send_otp?phone_number=6502530000&channel=mobile";
        given().header("X-API-Key", GatewayFixture.KEY).head(query).then().statusCode(405);
        given().header("X-API-Key", GatewayFixture.KEY)
                .options(query)
                .then()
                .statusCode(405)
                .body("$", hasKey("otp_sent"))
                .body("error.code", is(405));
        for (String header : List.of("Purpose", "sec-purpose", "X-Purpose", "x-moz")) {
            given().header("X-API-Key", GatewayFixture.KEY)
                    .header(header, "Prefetch;prerender")
                    .get(query)
                    .then()
                    .statusCode(400)
                    .body("$", hasKey("otp_sent"))
                    .body("error.code", is(400));
        }
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ISSUE));
        given().header("X-API-Key", GatewayFixture.KEY).get(query).then().statusCode(200);
        assertEquals(1, Upstreams.bodies(Upstreams.ISSUE).size());
    }

    // send_otp

    @ParameterizedTest
    @CsvSource({
        "6502530000, true, ",
        "6502530001, false, no_channel",
        "5552530001, false, unknown_number",
        "6502530002, false, blocked",
        "6502530003, false, recently_changed"
    })
    void aCodeIsSentOrTheReasonToldInOneShape(String number, boolean sent, String reason) {
        Upstreams.are(Mode.FINE);
        called("send_otp", WebhookCalls.members("send_otp", "phone_number", number))
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("generated_otp", nullValue())
                .body("otp_sent", is(sent))
                .body("reason", is(reason));
    }

    @Test
    void aLockOrQuotaIsToldInTheSameShape() {
        Upstreams.areLimited("90");
        called("send_otp", WebhookCalls.members("send_otp"))
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("generated_otp", nullValue())
                .body("otp_sent", is(false))
                .body("reason", is("limited"));
    }

    @Test
    void aCodeGoesNowhereThatTheRequestNames() {
        called(
                        "send_otp",
                        WebhookCalls.members("send_otp", "channel", "\"email\"")
                                + ",\"email\":\"mallory@example.com\",\"mailbox\":\"m@example.com\""
                                + ",\"to\":\"+16502530099\"")
                .statusCode(200)
                .body("otp_sent", is(true));
        String issued = Upstreams.bodies(Upstreams.ISSUE).getLast();
        assertEquals(List.of("jane@example.com"), JsonPath.from(issued).getList("routes.mailbox"));
        assertEquals("+16502530000", JsonPath.from(issued).getString("number"));
    }

    @Test
    void aRepeatedTurnIsOneMessageForFifteenSeconds() {
        called("send_otp", WebhookCalls.members("send_otp")).statusCode(200);
        called("send_otp", WebhookCalls.members("send_otp")).statusCode(200);
        called("send_otp", WebhookCalls.members("send_otp", "channel", "\"email\""));
        List<JsonPath> issued =
                Upstreams.bodies(Upstreams.ISSUE).stream().map(JsonPath::from).toList();
        assertEquals(15, issued.get(0).getInt("idempotency.seconds"));
        assertEquals(
                issued.get(0).getString("idempotency.key"),
                issued.get(1).getString("idempotency.key"));
        assertNotEquals(
                issued.get(0).getString("idempotency.key"),
                issued.get(2).getString("idempotency.key"));
    }

    @ParameterizedTest
    @CsvSource({"en-us, en-US", "en-US, en-US", "en, en", "DE-de, de-DE", "zh-hant-tw, zh-Hant-TW"})
    void aLanguageIsReadInEveryLetterCase(String written, String language) {
        called("send_otp", WebhookCalls.members("send_otp", "language_code", "\"" + written + "\""))
                .statusCode(200);
        assertEquals(
                language,
                JsonPath.from(Upstreams.bodies(Upstreams.ISSUE).getLast())
                        .getString("wording.language"));
    }

    // security_answers

    @Test
    void whatThePlatformIsToldKeepsItsZerosAndItsListIsNeverNull() {
        String known = document("6502530000").statusCode(200).extract().asString();
        assertTrue(known.contains("\"security_last_trans_amount\":\"100.30\""), known);
        String unknown = document("6502530001").statusCode(200).extract().asString();
        assertTrue(unknown.contains("\"cards_exp_date_all\":[]"), unknown);
    }

    @Test
    void manyCardsStillFitIntoAnAnswer() {
        String answer = document("6502530010").statusCode(200).extract().asString();
        assertEquals(1_000, JsonPath.from(answer).getList("cards_exp_date_all").size());
        assertTrue(answer.length() < 64 * 1024, "more than Dialogflow reads");
    }

    // 2fa_validation

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"012345\"",
                "12345",
                "12345.0",
                "\"01 23 45\"",
                "\"0-1-2-3-4-5\"",
                "\"０１２３４５\"",
                "\"It's 012345\"",
                "\"zero one two three four five\"",
                "[\"012345\"]"
            })
    void aRightKeyIsVerifiedInEveryFormThatItIsSaidIn(String key) {
        called("2fa_validation", WebhookCalls.members("2fa_validation", "security_key", key))
                .statusCode(200)
                .body("$", aMapWithSize(2))
                .body("security_key_verified", is(true))
                .body("code_state", is("VALID"));
        assertEquals(
                "012345", JsonPath.from(Upstreams.bodies(CHECK_KEY).getLast()).getString("shown"));
    }

    @Test
    void aWrongKeyAndALockedNumberAreBothNotVerified() {
        called("2fa_validation", WebhookCalls.members("2fa_validation", "security_key", "999999"))
                .statusCode(200)
                .body("security_key_verified", is(false))
                .body("code_state", is("INVALID"));
        called("2fa_validation", WebhookCalls.members("2fa_validation", "phone_number", LOCKED))
                .statusCode(200)
                .body("security_key_verified", is(false))
                .body("code_state", is("MAX_ATTEMPTS_EXCEEDED"));
    }

    @Test
    void nobodysKeyIsAWrongOneAndCounted() {
        called("2fa_validation", WebhookCalls.members("2fa_validation", "phone_number", NOBODY))
                .statusCode(200)
                .body("security_key_verified", is(false))
                .body("code_state", is("INVALID"));
        assertEquals(List.of(), Upstreams.bodies(CHECK_KEY));
        assertEquals(1, Upstreams.bodies(RESERVE).size());
        assertTrue(Upstreams.bodies(SETTLE).getLast().contains("\"passed\":false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"12345\"", "\"0123456\"", "1234567", "\"none\"", "\"1 and 2\""})
    void whatHasNotTheDigitsOfAKeyIsNoneAndIsNotCounted(String key) {
        int calls = Upstreams.calls();
        called("2fa_validation", WebhookCalls.members("2fa_validation", "security_key", key))
                .statusCode(200)
                .body("security_key_verified", is(false))
                .body("code_state", is("INVALID"));
        assertEquals(calls, Upstreams.calls());
    }

    // check_security_answer

    @ParameterizedTest
    @CsvSource({
        "dob, DOB",
        "DOB, DOB",
        "debit_card, DEBIT_CARD",
        "Debit Card, DEBIT_CARD",
        "card-expiry, CARD_EXPIRY",
        "card_expiry, CARD_EXPIRY",
        "transaction_amount, TRANSACTION_AMOUNT",
        "payment_mode, PAYMENT_MODE"
    })
    void aRightAnswerTakesItsFailureBack(String question, String asked) {
        called(
                        "check_security_answer",
                        WebhookCalls.members(
                                "check_security_answer", "question", "\"" + question + "\""))
                .statusCode(200)
                .body("$", aMapWithSize(1))
                .body("answer_correct", is(true));
        JsonPath checked = JsonPath.from(Upstreams.bodies(CHECK_ANSWER).getLast());
        assertEquals(asked, checked.getString("question"));
        JsonPath settled = JsonPath.from(Upstreams.bodies(SETTLE).getLast());
        assertTrue(settled.getBoolean("passed"));
        assertEquals(
                JsonPath.from(Upstreams.bodies(RESERVE).getLast()).getString("attempt_id"),
                settled.getString("attempt_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6502530000\"", NOBODY})
    void aWrongAnswerAndNobodysAreCountedAndAnsweredAlike(String number) {
        called(
                        "check_security_answer",
                        "\"phone_number\":%s,\"question\":\"dob\",\"answer\":\"1995-02-04\""
                                .formatted(number))
                .statusCode(200)
                .body("$", aMapWithSize(1))
                .body("answer_correct", is(false));
        assertEquals(1, Upstreams.bodies(RESERVE).size());
        assertTrue(Upstreams.bodies(SETTLE).getLast().contains("\"passed\":false"));
    }

    @Test
    void theAnswerOfALockedNumberIsNotLookedAt() {
        called(
                        "check_security_answer",
                        WebhookCalls.members("check_security_answer", "phone_number", LOCKED))
                .statusCode(200)
                .body("$", aMapWithSize(1))
                .body("answer_correct", is(false));
        assertEquals(1, Upstreams.bodies(RESERVE).size());
        assertEquals(List.of(), Upstreams.bodies(CHECK_ANSWER));
    }

    @Test
    @Requirement(22)
    void aStrictClientsAnswersAreAllWrongAndNobodyIsAsked() {
        int calls = Upstreams.calls();
        given().header("X-API-Key", GatewayFixture.STRICT_KEY)
                .contentType("application/json")
                .body(flat("check_security_answer"))
                .post("/dialogflow/check_security_answer")
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(1))
                .body("answer_correct", is(false));
        assertEquals(calls, Upstreams.calls());
    }

    @Test
    void anAnswerThatNobodyCouldLookAtIsNoFailureOfTheCallers() {
        Upstreams.are(Mode.ANSWERS_BROKEN);
        called("check_security_answer", WebhookCalls.members("check_security_answer"))
                .statusCode(503)
                .body("$", hasKey("answer_correct"))
                .body("answer_correct", nullValue())
                .body("error.code", is(503));
        assertTrue(Upstreams.bodies(SETTLE).getLast().contains("\"passed\":true"));
    }

    @Test
    void servicesThatNeverAnswerAreToldInFormBeforeDialogflowStopsWaiting() {
        Upstreams.are(Mode.SILENT);
        Instant start = Instant.now();
        called("check_security_answer", WebhookCalls.members("check_security_answer"))
                .statusCode(503)
                .body("answer_correct", nullValue())
                .body("error.code", is(503));
        assertTrue(Duration.between(start, Instant.now()).toMillis() < 5_000, "too late");
    }

    @Test
    void aQuestionThatThereIsNotIsRefusedAndNotCounted() {
        int calls = Upstreams.calls();
        called(
                        "check_security_answer",
                        WebhookCalls.members(
                                "check_security_answer", "question", "\"mother's maiden name\""))
                .statusCode(400)
                .body("error.message", containsString("transaction_amount"))
                .body("error.message", not(containsString("maiden")));
        assertEquals(calls, Upstreams.calls());
    }

    /** What it means is lookup-service's to say: here it only must arrive, 3.0 as 3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dob                | {\"day\":3,\"month\":2,\"year\":1995}",
                "dob                | {\"day\":3.0,\"month\":2.0,\"year\":1995.0}",
                "dob                | \"1995-02-03T12:00:00Z\"",
                "debit_card         | 1234",
                "debit_card         | 34.0",
                "card_expiry        | \"0127\"",
                "card_expiry        | \"01/27\"",
                "card_expiry        | \"012027\"",
                "card_expiry        | \"2027-01\"",
                "card_expiry        | 127",
                "transaction_amount | \"100\"",
                "transaction_amount | \"500 dollars\"",
                "transaction_amount | 100.5",
                "transaction_amount | {\"amount\":100,\"currency\":\"USD\"}",
                "payment_mode       | \"UPI\"",
                "payment_mode       | \"Debit card\""
            })
    void anAnswerIsHandedOverAsItWasGiven(String question, String answer) {
        called(
                        "check_security_answer",
                        "\"phone_number\":\"6502530000\",\"question\":\"%s\",\"answer\":%s"
                                .formatted(question, answer))
                .statusCode(200);
        assertEquals(
                JsonPath.from("{\"answer\":" + answer.replaceAll("\\.0\\b", "") + "}")
                        .<Object>get("answer"),
                JsonPath.from(Upstreams.bodies(CHECK_ANSWER).getLast()).<Object>get("answer"));
    }

    private static Stream<Arguments> every(List<String> values) {
        return WebhookCalls.names().stream()
                .flatMap(webhook -> values.stream().map(value -> Arguments.of(webhook, value)));
    }

    private static String flat(String webhook) {
        return WebhookCalls.flat(WebhookCalls.members(webhook));
    }

    private static ValidatableResponse document(String number) {
        return given().header("X-API-Key", GatewayFixture.DOCUMENT_KEY)
                .contentType("application/json")
                .body("{\"phone_number\":\"" + number + "\"}")
                .post("/dialogflow/security_answers")
                .then();
    }

    private static ValidatableResponse called(String webhook, String members) {
        return given().header("X-API-Key", GatewayFixture.KEY)
                .contentType("application/json")
                .body(WebhookCalls.flat(members).getBytes(UTF_8))
                .post("/dialogflow/" + webhook)
                .then();
    }

    /** The path as it stands. */
    private static HttpResponse<String> posted(String path, String members) throws Exception {
        return sent(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(WebhookCalls.flat(members)))
                        .build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create(
                                RestAssured.baseURI
                                        + ":"
                                        + RestAssured.port
                                        + "/dialogflow/"
                                        + path))
                .header("X-API-Key", GatewayFixture.KEY);
    }

    private static HttpResponse<String> sent(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        }
    }

    /** The status of a request whose headers no client has tidied; a failure must be in form. */
    private static int raw(String contentType, byte[] body) throws IOException {
        String head =
                "POST /dialogflow/telephony_verification HTTP/1.1\r\nHost: x\r\nX-API-Key: "
                        + GatewayFixture.KEY
                        + (contentType == null ? "" : "\r\nContent-Type: " + contentType)
                        + "\r\nConnection: close\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(body);
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int status = Integer.parseInt(answer.substring(9, 12));
            assertTrue(answer.contains("\"account_count\":"), answer);
            assertEquals(status != 200, answer.contains("\"error\":{"), answer);
            return status;
        }
    }
}
