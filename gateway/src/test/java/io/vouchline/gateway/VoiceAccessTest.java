package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may drive sessions as a voice platform, and how each platform is told that it may not. */
@QuarkusTest
@TestProfile(AccessFixture.Guarded.class)
class VoiceAccessTest {

    private static final String QUERY =
            "auth_level_req=1&account_auth_enabled=true&card_auth_enabled=false&language=en-US";
    private static final String CALL = "CA0123456789abcdef0123456789abcdef";
    private static final String NO_CALL = "CallSid must name the call.";
    private static final String NO_CREDENTIAL = "Send the client's credential.";
    private static final AtomicInteger SOURCES = new AtomicInteger();

    // Twilio

    /** Without a call's name it comes no further than to who reads it: it was let in. */
    @ParameterizedTest
    @ValueSource(strings = {AccessFixture.TWILIO_TOKEN, AccessFixture.NEXT_TWILIO_TOKEN})
    void whatTwilioSignsIsLetInByEitherLiveToken(String token) {
        told(400, NO_CALL, signed(token).without("CallSid").send());
    }

    @Test
    void everySpellingOfAnAddressIsSignedAsItIs() {
        String query = QUERY + "&a=%7e+b%20c%C3%A5&b=(x)&c=";
        told(
                400,
                NO_CALL,
                TwilioRequest.of(
                                AccessFixture.TWILIO_ACCOUNT,
                                AccessFixture.TWILIO_TOKEN,
                                query,
                                CALL)
                        .without("CallSid")
                        .send());
    }

    @Test
    void whatWasChangedOnItsWayIsRefused() {
        TwilioRequest request = signed(AccessFixture.TWILIO_TOKEN);
        refused(request.sendAs(QUERY, request.body() + "&Digits=123456"));
        refused(request.sendAs(QUERY, request.body().replace("%2B1650", "%2B1651")));
        refused(request.sendAs(QUERY.replace("level_req=1", "level_req=0"), request.body()));
        refused(request.sendAs(QUERY + "&next=https://evil.example", request.body()));
        refused(request.sendAs("", request.body()));
    }

    @Test
    void anotherAccountsTokenAndAnAccountOfNobodyGetTheSameAnswer() {
        String wrong = refused(signed(AccessFixture.OTHER_TWILIO_TOKEN).send());
        String unknown =
                refused(
                        signed(AccessFixture.TWILIO_TOKEN)
                                .with("AccountSid", "AC" + "9".repeat(32))
                                .send());
        assertEquals(wrong, unknown);
        told(
                400,
                NO_CALL,
                signed(AccessFixture.OTHER_TWILIO_TOKEN)
                        .with("AccountSid", AccessFixture.OTHER_TWILIO_ACCOUNT)
                        .without("CallSid")
                        .send());
    }

    @Test
    void atTwiliosPathNoOtherCredentialCounts() {
        refused(
                from().header("X-API-Key", AccessFixture.FLAT_KEY)
                        .contentType("application/x-www-form-urlencoded")
                        .body("CallSid=" + CALL)
                        .post(TwilioRequest.PATH));
        refused(
                from().contentType("application/x-www-form-urlencoded")
                        .body("CallSid=" + CALL)
                        .post(TwilioRequest.PATH));
    }

    @Test
    void aSignatureIsNoCredentialElsewhere() {
        TwilioRequest request = signed(AccessFixture.TWILIO_TOKEN);
        from().header("X-Twilio-Signature", request.signature())
                .contentType("application/json")
                .body("{}")
                .post("/connect/voice")
                .then()
                .statusCode(401);
    }

    @Test
    void anAccountWhoseClientDoesNotSpeakTwilioIsForbidden() {
        told(
                403,
                "The client may not use this dialect.",
                signed(AccessFixture.TWILIO_TOKEN)
                        .with("AccountSid", AccessFixture.SILENT_TWILIO_ACCOUNT)
                        .send());
    }

    @Test
    void everyFailureIsTwiml() {
        told(
                413,
                "A body has at most 64 KiB.",
                signed(AccessFixture.TWILIO_TOKEN).with("X", "x".repeat(70_000)).send());
        twiml(405, from().header("X-Twilio-Signature", "x").get(TwilioRequest.PATH + "?" + QUERY));
        twiml(415, from().contentType("application/json").body("{}").post(TwilioRequest.PATH));
        twiml(404, from().post("/twilio/nothing"));
        twiml(
                406,
                from().accept("application/json")
                        .contentType("application/x-www-form-urlencoded")
                        .body("a=b")
                        .post(TwilioRequest.PATH));
    }

    @Test
    void aBodyJustBelowTheLimitIsReadAndSigned() {
        told(
                400,
                NO_CALL,
                signed(AccessFixture.TWILIO_TOKEN)
                        .without("CallSid")
                        .with("X", "x".repeat(65_000))
                        .send());
    }

    // Amazon Connect and Genesys Cloud

    @ParameterizedTest
    @ValueSource(strings = {"/connect/voice", "/genesys/voice"})
    void aRelayComesInByItsKeyAndIsToldInOneFlatObject(String path) {
        flat(400, keyed().body("{}").post(path));
        flat(400, keyed().body("{").post(path));
        flat(400, keyed().body("[]").post(path));
        flat(401, from().contentType("application/json").body("{}").post(path))
                .body("error", is(NO_CREDENTIAL));
        flat(
                403,
                from().header("X-Desk-Key", AccessFixture.RANGED_KEY)
                        .header("X-Forwarded-For", "80.83.208.1")
                        .contentType("application/json")
                        .body("{}")
                        .post(path));
        flat(405, keyed().get(path));
        flat(413, keyed().body("{\"a\":\"" + "x".repeat(70_000) + "\"}").post(path));
        flat(
                415,
                from().header("X-API-Key", AccessFixture.FLAT_KEY)
                        .contentType("text/plain")
                        .body("{}")
                        .post(path));
        flat(404, keyed().post(path + "/nothing"));
    }

    private static TwilioRequest signed(String token) {
        return TwilioRequest.of(AccessFixture.TWILIO_ACCOUNT, token, QUERY, CALL);
    }

    private static String refused(Response response) {
        return told(401, NO_CREDENTIAL, response);
    }

    private static String told(int status, String why, Response response) {
        String body = twiml(status, response);
        assertEquals(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><!--"
                        + why
                        + "--><Hangup></Hangup></Response>",
                body);
        return body;
    }

    private static String twiml(int status, Response response) {
        String body =
                response.then()
                        .statusCode(status)
                        .header("Cache-Control", "no-store")
                        .extract()
                        .asString();
        assertTrue(response.contentType().startsWith("application/xml"), response.contentType());
        assertTrue(body.endsWith("<Hangup></Hangup></Response>"), body);
        return body;
    }

    private static ValidatableResponse flat(int status, Response response) {
        return response.then()
                .statusCode(status)
                .contentType("application/json")
                .body("$", aMapWithSize(18))
                .body("state", is("failed"))
                .body("error", notNullValue())
                .body("session_id", is(""))
                .body("assertion", is(""));
    }

    private static RequestSpecification keyed() {
        return from().header("X-API-Key", AccessFixture.FLAT_KEY).contentType("application/json");
    }

    /** Each from an address of its own: those that are refused too often are told to wait. */
    private static RequestSpecification from() {
        int n = SOURCES.incrementAndGet();
        return given().headers(Map.of("X-Forwarded-For", "198.18." + n / 256 + "." + n % 256));
    }
}
