package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.gateway.Upstreams.Mode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's policy makes of a code, and what is told when there is to be none. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class PolicyServiceTest {

    private static final String ISSUE = "/v1/verifications";
    private static final String CHECK = "/v1/verifications/check";
    private static final String MOBILE = "6502530000";

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

    // Which way a code goes

    @Test
    void withoutAPolicyACodeHasOneWayAndItsFirstDigitIsAny() {
        sent(GatewayFixture.KEY, MOBILE, "mobile");
        JsonPath issued = issued();
        assertEquals(List.of("SMS"), issued.getList("routes.channel"));
        assertEquals(6, issued.getInt("code.length"));
        assertFalse(issued.getBoolean("code.no_leading_zero"));
        assertFalse(issued.getBoolean("only_if_verified_before"));
        assertNull(issued.getString("wording.origin"));
        assertEquals("en-US", issued.getString("wording.language"));
    }

    /** 0: a mobile; 4: a fixed line; 5: the mailbox was changed an hour ago. */
    @ParameterizedTest
    @CsvSource({"6502530000, SMS EMAIL VOICE", "6502530004, VOICE EMAIL", "6502530005, SMS VOICE"})
    void aCodeToAPhoneHasTheFurtherWaysThatAreOpenAndCanTakeIt(String number, String channels) {
        sent(GatewayFixture.FULL_KEY, number, "mobile");
        assertEquals(List.of(channels.split(" ", -1)), issued().getList("routes.channel"));
    }

    @Test
    void onlyTheWayByEmailNamesAMailboxAndItIsTheRegisteredOne() {
        sent(GatewayFixture.FULL_KEY, MOBILE, "mobile");
        List<String> mailboxes = issued().getList("routes.mailbox");
        assertNull(mailboxes.get(0));
        assertEquals("jane@example.com", mailboxes.get(1));
        assertNull(mailboxes.get(2));
    }

    @Test
    void aCodeByEmailHasNoOtherWay() {
        sent(GatewayFixture.FULL_KEY, MOBILE, "email");
        assertEquals(List.of("EMAIL"), issued().getList("routes.channel"));
    }

    @ParameterizedTest
    @CsvSource({"16502530000, VOICE SMS", "16502530004, VOICE"})
    void aCallMayBecomeATextMessageButNotToAFixedLineAndNeverAnEmail(
            String number, String channels) {
        telesign("phone_number=" + number).statusCode(200).body("status.code", is(103));
        assertEquals(List.of(channels.split(" ", -1)), issued().getList("routes.channel"));
    }

    // What a code is and how it is worded

    @Test
    void everyCodeMadeHereFollowsThePolicyOnItsFirstDigitAndItsOrigin() {
        sent(GatewayFixture.FULL_KEY, MOBILE, "email");
        assertTrue(issued().getBoolean("code.no_leading_zero"));
        assertEquals("bank.example", issued().getString("wording.origin"));
        telesign("phone_number=16502530000").statusCode(200);
        assertTrue(issued().getBoolean("code.no_leading_zero"));
        assertEquals("bank.example", issued().getString("wording.origin"));
    }

    @Test
    void thePlatformsOwnCodeMayBeginWithZeroAllTheSame() {
        telesign("phone_number=16502530000&verify_code=01234").statusCode(200);
        assertEquals("01234", issued().getString("code.supplied"));
        assertFalse(issued().getBoolean("code.no_leading_zero"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"de-DE\"', de-DE",
        "'\"en-us\"', en-US",
        "'[\"fr\"]', fr",
        "'\" zh-Hant-TW \"', zh-Hant-TW"
    })
    void aMessageIsInTheLanguageThatTheRequestNames(String value, String language) {
        sendOtp(GatewayFixture.FULL_KEY, body(MOBILE, "mobile", value)).body("otp_sent", is(true));
        assertEquals(language, issued().getString("wording.language"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"null\"",
                "\"undefined\"",
                "\"$session.params.language\"",
                "\"de_DE\"",
                "\"de-\"",
                "\"de-DE-\\r\\nX: y\"",
                "\"d\"",
                "7",
                "true",
                "{}",
                "[\"de\",\"fr\"]"
            })
    void whatNamesNoLanguageIsIgnored(String value) {
        sendOtp(GatewayFixture.FULL_KEY, body(MOBILE, "mobile", value))
                .statusCode(200)
                .body("otp_sent", is(true));
        assertEquals("sv-SE", issued().getString("wording.language"));
    }

    // Strict

    @Test
    @Requirement(19)
    void aStrictClientSendsNoCodeByEmailAndAsksNobody() {
        int calls = Upstreams.calls();
        sendOtp(GatewayFixture.STRICT_KEY, body(MOBILE, "email", "null"))
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("generated_otp", nullValue())
                .body("otp_sent", is(false))
                .body("reason", is("no_channel"));
        assertEquals(calls, Upstreams.calls());
    }

    @Test
    @Requirement(19)
    void aStrictClientHasNoFurtherWayByEmail() {
        sent(GatewayFixture.STRICT_KEY, MOBILE, "mobile");
        assertEquals(List.of("SMS", "VOICE"), issued().getList("routes.channel"));
    }

    @Test
    @Requirement(22)
    void aStrictClientGetsNoSecurityAnswersAndNobodyIsAskedForThem() {
        int calls = Upstreams.calls();
        webhook(GatewayFixture.STRICT_KEY, "security_answers", "{\"phone_number\":\"6502530000\"}")
                .statusCode(200)
                .body("$", aMapWithSize(5))
                .body("security_last_trans_amount", nullValue())
                .body("last_payment_mode", nullValue())
                .body("security_card_number", nullValue())
                .body("user_dob", nullValue())
                .body("cards_exp_date_all", empty());
        assertEquals(calls, Upstreams.calls());
    }

    // Limits

    @ParameterizedTest
    @ValueSource(strings = {"mobile", "email"})
    void aLimitIsABusinessNoToDialogflowAndIsNotTriedAgain(String channel) {
        Upstreams.areLimited("90");
        sendOtp(GatewayFixture.KEY, body(MOBILE, channel, "null"))
                .statusCode(200)
                .body("$", aMapWithSize(3))
                .body("generated_otp", nullValue())
                .body("otp_sent", is(false))
                .body("reason", is("limited"));
        assertEquals(1, Upstreams.bodies(ISSUE).size());
    }

    @Test
    void aLimitIsToldToTelesignsClientsWithTheTimeToWait() {
        Upstreams.areLimited("90");
        limited().header("Retry-After", is("90"));
        assertEquals(1, Upstreams.bodies(ISSUE).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wed, 21 Oct 2026 07:28:00 GMT", "-1", "12345678901234567890"})
    void aTimeToWaitThatIsNoNumberOfSecondsIsLeftOut(String retryAfter) {
        Upstreams.areLimited(retryAfter);
        limited().header("Retry-After", nullValue());
    }

    private static ValidatableResponse limited() {
        return telesign("phone_number=16502530000")
                .statusCode(429)
                .contentType(ContentType.JSON)
                .body("reference_id", matchesPattern("[0-9A-F]{32}"))
                .body("sub_resource", is("call"))
                .body("errors.code", contains(-40007))
                .body("errors[0].description", is("Rate Limit Exceeded"))
                .body("status.code", is(500))
                .body("status.description", is("Transaction not attempted"))
                .body(not(containsString("for nobody else")));
    }

    /** A breaker opens when half of 20 calls fail. */
    @Test
    void limitsDoNotOpenTheBreaker() {
        Upstreams.areLimited("90");
        for (int i = 0; i < 40; i++) {
            sendOtp(GatewayFixture.KEY, body(MOBILE, "email", "null"))
                    .body("reason", is("limited"));
        }
        assertEquals(40, Upstreams.bodies(ISSUE).size());
        Upstreams.are(Mode.FINE);
        sent(GatewayFixture.KEY, MOBILE, "email");
    }

    @Test
    void aTemplateOfWhichNoMessageCanBeMadeIsTheRequestsFault() {
        Upstreams.are(Mode.UNREADABLE);
        telesign("phone_number=16502530000&template=Your+code+is+%24%24CODE%24%24")
                .statusCode(400)
                .body("errors.code", contains(-10001))
                .body("errors[0].description", is("Invalid Request: Template Parameter"));
        telesign("phone_number=16502530000")
                .statusCode(400)
                .body("errors.code", contains(-10001))
                .body(
                        "errors[0].description",
                        is("Invalid Request: No message can be made of this request."));
    }

    // Attempts

    @Test
    void anAttemptWhoseAnswerWasLostIsRepeatedUnderTheSameIdAndVerifies() {
        Upstreams.are(Mode.RESET_ONCE);
        verified();
        List<String> attempts = attempts();
        assertEquals(2, attempts.size());
        assertEquals(attempts.getFirst(), attempts.getLast());
        assertTrue(attempts.getFirst().matches("[0-9a-f-]{36}"), attempts.getFirst());
    }

    @Test
    void everyRequestIsAnAttemptOfItsOwn() {
        verified();
        verified();
        List<String> attempts = attempts();
        assertEquals(2, attempts.stream().distinct().count(), attempts.toString());
    }

    private static void verified() {
        webhook(
                        GatewayFixture.KEY,
                        "verify_otp",
                        "{\"phone_number\":\"6502530000\",\"otp\":\"012345\"}")
                .statusCode(200)
                .body("code_state", is("VALID"));
    }

    private static List<String> attempts() {
        return Upstreams.bodies(CHECK).stream()
                .map(body -> JsonPath.from(body).getString("attempt_id"))
                .toList();
    }

    private static void sent(String key, String number, String channel) {
        sendOtp(key, "{\"phone_number\":\"%s\",\"channel\":\"%s\"}".formatted(number, channel))
                .statusCode(200)
                .body("otp_sent", is(true))
                .body("reason", nullValue());
    }

    private static String body(String number, String channel, String language) {
        return "{\"phone_number\":\"%s\",\"channel\":\"%s\",\"language_code\":%s}"
                .formatted(number, channel, language);
    }

    /** The last order that otp-service got. */
    private static JsonPath issued() {
        return JsonPath.from(Upstreams.bodies(ISSUE).getLast());
    }

    private static ValidatableResponse sendOtp(String key, String body) {
        return webhook(key, "send_otp", body);
    }

    private static ValidatableResponse webhook(String key, String name, String body) {
        return given().header("X-API-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/dialogflow/" + name)
                .then();
    }

    private static ValidatableResponse telesign(String form) {
        return given().header("X-API-Key", GatewayFixture.FULL_KEY)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .body(form)
                .post("/v1/verify/call")
                .then();
    }
}
