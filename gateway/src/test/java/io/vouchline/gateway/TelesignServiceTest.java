package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.testing.Ports;
import io.vouchline.gateway.Upstreams.Mode;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telesign's dialect, as its clients meet it. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class TelesignServiceTest {

    private static final String FINE = "16502530000";
    private static final String RISKY = "16502530002";
    private static final String FIXED_LINE = "16502530004";
    private static final String DEGRADED = "16502530008";
    private static final String LISTED = "16502530009";
    private static final String OF_A_CARRIER = "16502530010";
    private static final String REFERENCE = Upstreams.REFERENCE;
    private static final String SDK =
            "Basic " + GatewayFixture.SDK_ID + ":" + GatewayFixture.SDK_KEY;
    private static final String CUSTOMER =
            "Basic " + GatewayFixture.CUSTOMER_ID + ":" + GatewayFixture.CUSTOMER_KEY;

    @BeforeAll
    static void theGatewayIsWarm() {
        GatewayServiceTest.theGatewayIsWarm();
    }

    @BeforeEach
    void theServicesAreFine() {
        theServicesAreFineAgain();
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (call(FINE).extract().path("risk.degraded") != null
                || call(FINE).extract().statusCode() != 200) {
            assertTrue(Instant.now().isBefore(deadline), "the breakers did not close again");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        Upstreams.forget();
    }

    @AfterEach
    void theServicesAreFineAgain() {
        Upstreams.are(Mode.FINE);
        Upstreams.find("");
        Upstreams.stands("UNKNOWN", "VOICE", "SENT");
    }

    // The document's samples

    @Test
    void theDocumentsLiteralSampleIsAnsweredFieldByFieldInItsOrder() throws IOException {
        String answer = raw(Captures.bytes(Captures.SAMPLE));
        assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
        assertTrue(answer.contains("\r\nContent-Type: application/json"), answer);
        assertSample(
                answer,
                103,
                "Call in progress",
                "\"recommendation\":\"allow\",\"score\":82,\"level\":\"very low\"");
    }

    @Test
    void theDocumentsBlockedSampleIsAnsweredFieldByFieldInItsOrder() throws IOException {
        String request =
                new String(Captures.bytes(Captures.SAMPLE), UTF_8)
                        .replace("5552345678", "6502530002");
        assertSample(
                raw(request.getBytes(UTF_8)),
                233,
                "Message blocked due to high risk score.",
                "\"recommendation\":\"block\",\"score\":820,\"level\":\"very high\"");
    }

    /** What stands in the samples, nothing else before it, and in the same order. */
    private static void assertSample(String answer, int code, String description, String risk) {
        String sample =
                ("{'reference_id':'@','sub_resource':'call','errors':[],"
                                + "'status':{'updated_on':'@','code':"
                                + code
                                + ",'description':'"
                                + description
                                + "'},'verify':{'code_state':'UNKNOWN','code_entered':''},"
                                + "'phone_type':{'code':'2','description':'MOBILE'},'risk':{~},"
                                + "'numbering':{'phone_number':'5552345678','min_length':10,"
                                + "'max_length':10,'country_code':'1',")
                        .replace('\'', '"');
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        StringBuilder pattern = new StringBuilder();
        for (String part : sample.split("(?<=[@~])|(?=[@~])", -1)) {
            pattern.append(
                    switch (part) {
                        case "@" -> "[0-9A-FTZ:.-]+";
                        case "~" -> Pattern.quote(risk);
                        default -> Pattern.quote(part);
                    });
        }
        Matcher matcher = Pattern.compile(pattern.toString()).matcher(body);
        assertTrue(matcher.lookingAt(), body);
        assertTrue(body.contains("\"cleansing\":{\"call\":{"), body);
    }

    // What real clients sent

    @Test
    void theNodeClientsBasicRequestWorksByteForByte() throws IOException {
        String answer = raw(closing(Captures.bytes(Captures.BASIC)));
        assertEquals(103, json(answer).getInt("status.code"), answer);
    }

    static List<String> calls() {
        return Captures.calls();
    }

    /** Their signatures are for another day: here they come with the client's key. */
    @ParameterizedTest
    @MethodSource("calls")
    void theCallsOfRealClientsAreMade(String name) throws IOException {
        String answer = replayed(name);
        assertEquals(103, json(answer).getInt("status.code"), answer);
        assertEquals("+15552345678", issued().getString("number"));
    }

    static List<String> checks() {
        return Captures.checks();
    }

    /** With the empty Content-Type that they send with a GET. */
    @ParameterizedTest
    @MethodSource("checks")
    void theChecksOfRealClientsAreAnswered(String name) throws IOException {
        kept(SDK, FINE);
        String answer = replayed(name);
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertEquals("INVALID", json(answer).getString("verify.code_state"));
        assertEquals(1, Upstreams.bodies(Upstreams.CHECK).size());
    }

    static List<String> completions() {
        return Captures.completions();
    }

    @ParameterizedTest
    @MethodSource("completions")
    void theCompletionsOfRealClientsAreRecorded(String name) throws IOException {
        kept(SDK, FINE + "&verify_code=57244");
        String answer = replayed(name);
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertEquals(1900, json(answer).getInt("status.code"));
    }

    static List<String> intelligence() {
        return List.of(
                Captures.scores().getFirst(),
                Captures.scores().getLast(),
                Captures.phoneIds().getFirst(),
                Captures.phoneIds().getLast());
    }

    @ParameterizedTest
    @MethodSource("intelligence")
    void theQuestionsOfRealClientsAreAnswered(String name) throws IOException {
        String answer = replayed(name);
        assertEquals(300, json(answer).getInt("status.code"), answer);
    }

    static List<String> voices() {
        return Captures.voices();
    }

    @ParameterizedTest
    @MethodSource("voices")
    void whatIsNoneOfOursIsToldInTheEnvelope(String name) throws IOException {
        String answer = replayed(name);
        assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
        assertEquals(-40004, json(answer).getInt("errors[0].code"));
        assertEquals(500, json(answer).getInt("status.code"));
    }

    // Text messages

    @Test
    void aTextMessageIsScreenedAndSent() {
        sms(FINE + "&language=de-DE&template=Ihr+Code:+$$CODE$$&originating_ip=192.0.2.1")
                .statusCode(200)
                .body("reference_id", is(REFERENCE))
                .body("sub_resource", is("sms"))
                .body("errors", hasSize(0))
                .body("status.code", is(290))
                .body("status.description", is("Message in progress"))
                .body("verify.code_state", is("UNKNOWN"))
                .body("verify.code_entered", is(""))
                .body("phone_type.code", is("2"))
                .body("risk", aMapWithSize(3))
                .body("risk.score", is(82))
                .body("numbering.country_code", is("1"));
        JsonPath order = issued();
        assertEquals(List.of("SMS"), order.getList("routes.channel"));
        assertEquals(7, order.getInt("code.length"));
        assertNull(order.get("code.supplied"));
        assertEquals("Ihr Code: $$CODE$$", order.getString("wording.template"));
        assertEquals("de-DE", order.getString("wording.language"));
        assertEquals("192.0.2.1", assessed().getString("circumstances.address"));
        assertTrue(assessed().getBoolean("circumstances.sending"));
    }

    @Test
    void aTextMessageWithThePlatformsCodeSendsThatAndCountsAsNothingSent() {
        sms(FINE + "&verify_code=1234567").body("status.code", is(290));
        assertEquals("1234567", issued().getString("code.supplied"));
        assertFalse(assessed().getBoolean("circumstances.sending"));
    }

    @Test
    void aRiskyNumberGetsNoTextMessage() {
        sms(RISKY)
                .statusCode(200)
                .body("sub_resource", is("sms"))
                .body("status.code", is(233))
                .body("status.description", is("Message blocked due to high risk score."))
                .body("risk.score", is(820));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ISSUE));
    }

    @Test
    void whatIsCertainlyAFixedLineIsCalledInstead() {
        sms(FIXED_LINE).body("status.code", is(290));
        assertEquals(List.of("VOICE"), issued().getList("routes.channel"));
    }

    @Test
    void aRefusedTextMessageIsToldAsOne() {
        sms("12")
                .statusCode(400)
                .body("sub_resource", is("sms"))
                .body("errors[0].code", is(-10001))
                .body("errors[0].description", is("Invalid Request: PhoneNumber Parameter"));
        sms(FINE + "&callback_url=http://bank.example")
                .statusCode(400)
                .body("errors[0].description", is("Invalid Request: CallbackUrl Parameter"));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ASSESS));
    }

    // How a transaction stands

    @ParameterizedTest
    @CsvSource({
        "VOICE, QUEUED, 105, Call not handled yet",
        "VOICE, SENT, 103, Call in progress",
        "VOICE, ANSWERED, 100, Call answered",
        "VOICE, NOT_ANSWERED, 101, Not answered",
        "VOICE, BUSY, 107, Line busy",
        "VOICE, FAILED, 106, Call failed",
        "SMS, DELIVERED, 200, Delivered to handset"
    })
    void aTransactionTellsHowItsNewestMessageStands(
            String channel, String delivery, int code, String description) {
        kept(CUSTOMER, FINE);
        Upstreams.stands("UNKNOWN", channel, delivery);
        get(CUSTOMER, REFERENCE)
                .statusCode(200)
                .body("$", aMapWithSize(5))
                .body("reference_id", is(REFERENCE))
                .body("sub_resource", is("call"))
                .body("errors", hasSize(0))
                .body("status.code", is(code))
                .body("status.description", is(description))
                .body("status.updated_on", is("2026-01-31T12:00:00.123456Z"))
                .body("verify", aMapWithSize(2))
                .body("verify.code_state", is("UNKNOWN"))
                .body("verify.code_entered", is(""));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.CHECK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VALID", "UNKNOWN", "EXPIRED", "MAX_ATTEMPTS_EXCEEDED"})
    void theStateOfTheCodeIsToldWithoutOne(String state) {
        kept(CUSTOMER, FINE);
        Upstreams.stands(state, "VOICE", "ANSWERED");
        get(CUSTOMER, REFERENCE).body("verify.code_state", is(state));
        get(CUSTOMER, REFERENCE + "?verify_code=").body("verify.code_state", is(state));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.CHECK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VALID", "INVALID", "UNKNOWN", "EXPIRED", "MAX_ATTEMPTS_EXCEEDED"})
    void aSubmittedCodeIsCheckedAndEveryVerdictIs200(String state) {
        kept(CUSTOMER, FINE);
        Upstreams.find(state);
        Upstreams.stands("UNKNOWN", "VOICE", "ANSWERED");
        get(CUSTOMER, REFERENCE + "?verify_code=12345")
                .statusCode(200)
                .body("errors", hasSize(0))
                .body("status.code", is(100))
                .body("verify.code_state", is(state))
                .body("verify.code_entered", is("12345"));
        JsonPath check = JsonPath.from(Upstreams.bodies(Upstreams.CHECK).getLast());
        assertEquals(REFERENCE, check.getString("reference"));
        assertEquals("12345", check.getString("code"));
        assertNull(check.get("number"));
        assertTrue(check.getString("attempt_id").matches("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "12a45", "12345678901234567890", "１２３４５", "12.5", "-1"})
    void whatCannotBeACodeIsWrongAndNobodyIsAskedAndItIsNotRepeated(String entered) {
        kept(CUSTOMER, FINE);
        given().header("Authorization", CUSTOMER)
                .queryParam("verify_code", entered)
                .get("/v1/verify/" + REFERENCE)
                .then()
                .statusCode(200)
                .body("verify.code_state", is("INVALID"))
                .body("verify.code_entered", is(""));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.CHECK));
    }

    @Test
    void whatNobodyEntersIsRefused() {
        kept(CUSTOMER, FINE);
        for (String query :
                List.of("?verify_code=" + "1".repeat(65), "?verify_code=1&verify_code=2")) {
            get(CUSTOMER, REFERENCE + query)
                    .statusCode(400)
                    .body("errors[0].code", is(-10001))
                    .body("errors[0].description", is("Invalid Request: VerifyCode Parameter"));
        }
    }

    /** A right code is used up, so that the platform must learn of it. */
    @Test
    void aVerdictIsToldEvenIfTheRestCannotBe() {
        kept(CUSTOMER, FINE);
        Upstreams.are(Mode.STANDING_BROKEN);
        get(CUSTOMER, REFERENCE + "?verify_code=012345")
                .statusCode(200)
                .body("status.code", is(599))
                .body("status.description", is("Status not available"))
                .body("verify.code_state", is("VALID"));
        get(CUSTOMER, REFERENCE).statusCode(503).body("errors[0].code", is(-90001));
    }

    @Test
    void whatOtpServiceKnowsNoMoreHasNoStatus() {
        kept(CUSTOMER, FINE);
        Upstreams.are(Mode.FORGOTTEN);
        get(CUSTOMER, REFERENCE)
                .statusCode(200)
                .body("status.code", is(599))
                .body("verify.code_state", is("UNKNOWN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789ABCDE"})
    void aMalformedReferenceIsRefusedAndRepeated(String reference) {
        for (Response answer : asked(CUSTOMER, reference)) {
            answer.then()
                    .statusCode(400)
                    .body("errors[0].code", is(-10001))
                    .body(
                            "errors[0].description",
                            is("Invalid Request: ReferenceID Parameter: " + reference))
                    .body("status.code", is(500));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%3Cscript%3E", "%0D%0Ax", "a%00b", "%20"})
    void whatMayHarmIsNotRepeated(String reference) {
        for (Response answer : asked(CUSTOMER, reference)) {
            answer.then()
                    .statusCode(400)
                    .contentType(ContentType.JSON)
                    .body("errors[0].code", is(-10001))
                    .body("errors[0].description", is("Invalid Request: ReferenceID Parameter"));
        }
    }

    @Test
    void anUnknownReferenceAndAnotherClientsLookAlike() {
        kept(CUSTOMER, FINE);
        for (String authorization : List.of(SDK, CUSTOMER)) {
            String reference = authorization.equals(SDK) ? REFERENCE : REFERENCE.replace('0', 'F');
            for (Response answer : asked(authorization, reference)) {
                answer.then()
                        .statusCode(404)
                        .body("errors", hasSize(1))
                        .body("errors[0].code", is(-10001))
                        .body("errors[0].description", is("CustomerID/ReferenceID not found"))
                        .body("status.code", is(500));
            }
        }
        assertEquals(List.of(), Upstreams.bodies(Upstreams.CHECK));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.STANDS));
    }

    // Blocked

    @ParameterizedTest
    @ValueSource(strings = {"call", "sms"})
    void whatWasBlockedStaysBlockedWhateverIsAsked(String kind) {
        String reference =
                post(CUSTOMER, "/v1/verify/" + kind, "phone_number=" + RISKY + "&verify_code=12345")
                        .then()
                        .body("status.code", is(233))
                        .extract()
                        .path("reference_id");
        Upstreams.forget();
        for (String query : List.of("", "?verify_code=12345", "?verify_code=012345")) {
            get(CUSTOMER, reference + query)
                    .statusCode(200)
                    .body("reference_id", is(reference))
                    .body("sub_resource", is(kind))
                    .body("status.code", is(233))
                    .body("status.description", is("Message blocked due to high risk score."))
                    .body("verify.code_state", is("UNKNOWN"))
                    .body("verify.code_entered", is(""));
        }
        complete(CUSTOMER, reference).statusCode(401).body("errors[0].code", is(-30013));
        get(SDK, reference).statusCode(404);
        for (String path : List.of(Upstreams.CHECK, Upstreams.ISSUE)) {
            assertEquals(List.of(), Upstreams.bodies(path));
        }
    }

    // Completion

    @Test
    void thePlatformReportsThatItFoundItsOwnCodeRight() {
        kept(CUSTOMER, FINE + "&verify_code=12345");
        complete(CUSTOMER, REFERENCE)
                .statusCode(200)
                .body("$", aMapWithSize(4))
                .body("reference_id", is(REFERENCE))
                .body("sub_resource", is("voice"))
                .body("errors", hasSize(0))
                .body("status.code", is(1900))
                .body("status.description", is("Verify completion successfully recorded"));
        assertEquals(1, Upstreams.bodies(Upstreams.COMPLETE).size());
    }

    @Test
    void aCodeThatWasMadeHereCannotBeCompleted() {
        kept(CUSTOMER, FINE);
        notCompletable();
        assertEquals(List.of(), Upstreams.bodies(Upstreams.COMPLETE));
        kept(CUSTOMER, FINE + "&verify_code=12345");
        Upstreams.are(Mode.MADE_HERE);
        notCompletable();
        Upstreams.are(Mode.FORGOTTEN);
        notCompletable();
    }

    private static void notCompletable() {
        complete(CUSTOMER, REFERENCE)
                .statusCode(401)
                .body("sub_resource", is("voice"))
                .body("errors[0].code", is(-30013))
                .body("errors[0].description", is("Invalid ReferenceID for Verify Completion"))
                .body("status.code", is(501));
    }

    // Intelligence

    @Test
    void aScoreTellsAllThatIsKnownOfANumber() {
        score(OF_A_CARRIER, "external_id=x+1&account_lifecycle_event=create&originating_ip=::1")
                .statusCode(200)
                .body("reference_id", matchesPattern("[0-9A-F]{32}"))
                .body("external_id", is("x 1"))
                .body("errors", hasSize(0))
                .body("status.code", is(300))
                .body("status.description", is("Transaction successfully completed"))
                .body("phone_type.code", is("2"))
                .body("risk", aMapWithSize(3))
                .body("risk.score", is(82))
                .body("risk.recommendation", is("allow"))
                .body("numbering.original.complete_phone_number", is("15552345678"))
                .body("numbering.cleansing.call.cleansed_code", is(101))
                .body("carrier.name", is("Example Mobile"))
                .body("location.country.iso2", is("US"))
                .body("location.country.iso3", is("USA"))
                .body("location.country.name", is("United States"))
                .body("location.description", is("California"))
                .body("blocklisting.blocked", is(false))
                .body("blocklisting.block_code", is(0));
        JsonPath asked = assessed();
        assertFalse(asked.getBoolean("circumstances.sending"));
        assertEquals("0:0:0:0:0:0:0:1", asked.getString("circumstances.address"));
        assertEquals("+" + OF_A_CARRIER, asked.getString("number"));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ISSUE));
    }

    @Test
    void phoneIdTellsTheSameWithoutTheRisk() {
        given().header("Authorization", CUSTOMER)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/phoneid/" + FINE)
                .then()
                .statusCode(200)
                .body("status.code", is(300))
                .body("$", hasKey("external_id"))
                .body("external_id", nullValue())
                .body("$", not(hasKey("risk")))
                .body("phone_type.code", is("2"))
                .body("carrier.name", nullValue())
                .body("location.country.iso2", is("US"));
    }

    @Test
    void aNumberOnAListIsToldToBeBlocked() {
        score(LISTED, "")
                .body("blocklisting.blocked", is(true))
                .body("blocklisting.block_code", is(2));
    }

    @Test
    void aHighScoreIsNoBlockHere() {
        score(RISKY, "").body("status.code", is(300)).body("risk.score", is(820));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.WITHDRAW));
    }

    @Test
    void aScoreWithoutMemoryIsMarked() {
        score(DEGRADED, "").body("risk.degraded", is(true));
    }

    @Test
    void withoutRiskServiceThereIsNothingToTell() {
        Upstreams.are(Mode.RISK_BROKEN);
        score(FINE, "")
                .statusCode(503)
                .body("errors[0].code", is(-90001))
                .body("status.code", is(500))
                .body("$", not(hasKey("sub_resource")));
    }

    @ParameterizedTest
    @CsvSource({
        "hello, '', Invalid Request: PhoneNumber Parameter",
        "12, '', Invalid Request: PhoneNumber Parameter",
        "16502530000, account_lifecycle_event=born,"
                + " Invalid Request: AccountLifecycleEvent Parameter",
        "16502530000, originating_ip=bank.example, Invalid Request: OriginatingIp Parameter"
    })
    void aWrongQuestionIsRefusedAndNobodyIsAsked(String number, String form, String description) {
        score(number, form)
                .statusCode(400)
                .body("errors[0].code", is(-10001))
                .body("errors[0].description", is(description));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ASSESS));
    }

    // Failures

    @Test
    void everyRefusalIsJsonInTheEnvelope() {
        refused(404, -40004, post(CUSTOMER, "/v1/voice", FINE));
        refused(404, -40004, post(CUSTOMER, "/v1/verify", FINE));
        refused(404, -40004, post(CUSTOMER, "/v1/verify/call/x", FINE));
        refused(404, -40004, customer(CUSTOMER).get("/v1/verify/" + REFERENCE + "/x"));
        refused(404, -40004, customer(CUSTOMER).get("/v1"));
        refused(405, -40005, customer(CUSTOMER).get("/v1/verify/call"));
        refused(405, -40005, customer(CUSTOMER).put("/v1/verify/sms"));
        refused(405, -40005, customer(CUSTOMER).delete("/v1/verify/" + REFERENCE));
        refused(405, -40005, post(CUSTOMER, "/v1/verify/" + REFERENCE, FINE));
        refused(405, -40005, post(CUSTOMER, "/v1/verify/completion/" + REFERENCE, FINE));
        refused(405, -40005, customer(CUSTOMER).get("/v1/score/" + FINE));
        refused(405, -40005, given().options("/v1/verify/call"));
        for (String path : List.of("/v1/verify/call", "/v1/verify/sms", "/v1/score/" + FINE)) {
            refused(400, -40006, customer(CUSTOMER).contentType("text/plain").body("x").post(path));
            refused(413, -40006, post(CUSTOMER, path, "1".repeat(70_000)));
            refused(401, -30004, given().post(path));
        }
        refused(401, -30004, given().get("/v1/verify/" + REFERENCE));
        refused(401, -30004, given().put("/v1/verify/completion/" + REFERENCE));
        refused(
                401,
                -40002,
                given().header("X-API-Key", GatewayFixture.KEY).get("/v1/verify/" + REFERENCE));
    }

    @Test
    void everyFailureIsJsonInTheEnvelope() {
        kept(CUSTOMER, FINE + "&verify_code=12345");
        Upstreams.areLimited("7");
        refused(429, -40007, post(CUSTOMER, "/v1/verify/call", "phone_number=" + FINE));
        Upstreams.are(Mode.CONFLICTING);
        refused(500, -90001, post(CUSTOMER, "/v1/verify/call", "phone_number=" + FINE));
        Upstreams.are(Mode.BROKEN);
        refused(503, -90001, post(CUSTOMER, "/v1/verify/sms", "phone_number=" + FINE));
        refused(503, -90001, customer(CUSTOMER).get("/v1/verify/" + REFERENCE));
        refused(
                503,
                -90001,
                customer(CUSTOMER).get("/v1/verify/" + REFERENCE + "?verify_code=12345"));
        refused(503, -90001, customer(CUSTOMER).put("/v1/verify/completion/" + REFERENCE));
    }

    @Test
    void noMetricNamesANumberOrAReference() {
        kept(CUSTOMER, FINE);
        get(CUSTOMER, REFERENCE + "?verify_code=98765");
        score(FINE, "");
        var _ = customer(CUSTOMER).get("/v1/phoneid/" + FINE);
        complete(CUSTOMER, REFERENCE);
        given().get(Ports.management("/q/metrics"))
                .then()
                .body(not(containsString(FINE)))
                .body(not(containsString(REFERENCE)))
                .body(not(containsString("98765")))
                .body(containsString("/v1/verify/{reference_id}"))
                .body(containsString("\"/v1/verify/call\""))
                .body(containsString("/v1/phoneid/{number}"));
    }

    private static void refused(int status, int code, Response answer) {
        answer.then()
                .statusCode(status)
                .contentType(ContentType.JSON)
                .body("reference_id", matchesPattern("[0-9A-F]{32}"))
                .body("errors.code", contains(code))
                .body("errors[0].description", notNullValue())
                .body("status.code", is(status == 401 ? 501 : 500))
                .body("status.description", notNullValue())
                .body("status.updated_on", notNullValue());
    }

    /** Has a transaction begun, and forgets the calls that it took. */
    private static void kept(String authorization, String form) {
        post(authorization, "/v1/verify/call", "phone_number=" + form)
                .then()
                .statusCode(200)
                .body("status.code", is(103))
                .body("reference_id", is(REFERENCE));
        Upstreams.forget();
    }

    private static ValidatableResponse call(String form) {
        return post(CUSTOMER, "/v1/verify/call", "phone_number=" + form).then();
    }

    private static ValidatableResponse sms(String form) {
        return post(CUSTOMER, "/v1/verify/sms", "phone_number=" + form).then();
    }

    private static ValidatableResponse score(String number, String form) {
        return post(CUSTOMER, "/v1/score/" + number, form).then();
    }

    private static ValidatableResponse get(String authorization, String rest) {
        return customer(authorization).get("/v1/verify/" + rest).then();
    }

    private static ValidatableResponse complete(String authorization, String reference) {
        return customer(authorization).put("/v1/verify/completion/" + reference).then();
    }

    /** All that can be asked of a reference. */
    private static List<Response> asked(String authorization, String reference) {
        return List.of(
                customer(authorization).get("/v1/verify/" + reference),
                customer(authorization).get("/v1/verify/" + reference + "?verify_code=12345"),
                customer(authorization).put("/v1/verify/completion/" + reference));
    }

    private static Response post(String authorization, String path, String form) {
        return customer(authorization)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .body(form)
                .post(path);
    }

    private static RequestSpecification customer(String authorization) {
        return given().urlEncodingEnabled(false).header("Authorization", authorization);
    }

    /** The last order that otp-service got. */
    private static JsonPath issued() {
        return JsonPath.from(Upstreams.bodies(Upstreams.ISSUE).getLast());
    }

    /** The last question that risk-service got. */
    private static JsonPath assessed() {
        return JsonPath.from(Upstreams.bodies(Upstreams.ASSESS).getLast());
    }

    private static String replayed(String name) throws IOException {
        return raw(closing(Captures.with(SDK, name)));
    }

    /** Recorded connections stayed open: the answer is read to its end here. */
    private static byte[] closing(byte[] request) {
        return new String(request, UTF_8)
                .replaceFirst("(?mi)^Connection: keep-alive", "Connection: close")
                .getBytes(UTF_8);
    }

    private static JsonPath json(String answer) {
        return JsonPath.from(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }

    private static String raw(byte[] request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
