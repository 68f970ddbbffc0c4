package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.gateway.Doors.FORGED;
import static io.vouchline.gateway.Doors.MESSAGE;
import static io.vouchline.gateway.Doors.SIGNED;
import static io.vouchline.gateway.Doors.carrier;
import static io.vouchline.gateway.Doors.problem;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vouchline.gateway.Services.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DoorsFixture.Open.class)
class CarrierDoorTest {

    private static final String STATUS = "/v1/carrier/status";
    private static final String KEY = "/v1/carrier/key";
    private static final String FORM = "CallSid=CA1&To=%2B16502530000&Digits=1";

    @BeforeEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    @Test
    void aStatusReportIsHandedOverAsItCame() {
        carrier("status/" + MESSAGE, SIGNED, FORM).then().statusCode(204).body(is(emptyString()));
        Call call = Services.calls(STATUS).getLast();
        assertEquals(MESSAGE, call.member("message"));
        assertEquals(FORM, call.member("form"));
        assertEquals(SIGNED, call.member("signature"));
    }

    @Test
    void aPressedKeyIsAnsweredInTwiml() {
        carrier("key/" + MESSAGE, SIGNED, FORM)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/xml"))
                .header("Cache-Control", "no-store")
                .body(is("<Response><Say>0 1 2</Say></Response>"));
        assertEquals(FORM, Services.calls(KEY).getLast().member("form"));
    }

    @Test
    void whatIsHandedOverIsOnNobodysBehalfAndMayDoNothingElse() {
        carrier("status/" + MESSAGE, SIGNED, FORM).then().statusCode(204);
        carrier("key/" + MESSAGE, SIGNED, FORM).then().statusCode(200);
        for (String path : new String[] {STATUS, KEY}) {
            Call call = Services.calls(path).getLast();
            assertEquals("otp-service", call.claim("aud"));
            assertEquals("carrier:report", call.claim("scope"));
            assertFalse(call.token().contains("\"tenant\""), "a tenant is named");
            assertFalse(call.token().contains("\"client\""), "a client is named");
        }
    }

    @Test
    void aClientsKeyMakesNoDifference() {
        given().header("X-API-Key", DoorsFixture.ENROLLING_KEY)
                .header("X-Twilio-Signature", SIGNED)
                .contentType("application/x-www-form-urlencoded")
                .body(FORM)
                .post("/carrier/twilio/status/" + MESSAGE)
                .then()
                .statusCode(204);
        assertFalse(Services.calls(STATUS).getLast().token().contains("\"tenant\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status/", "key/"})
    void anUnsignedPostIs401AndIsNotHandedOver(String path) {
        int calls = handedOver();
        problem(
                401,
                "unauthenticated",
                given().contentType("application/x-www-form-urlencoded")
                        .body(FORM)
                        .post("/carrier/twilio/" + path + MESSAGE));
        problem(401, "unauthenticated", carrier(path + MESSAGE, "", FORM));
        problem(401, "unauthenticated", carrier(path + MESSAGE, "s".repeat(257), FORM));
        problem(
                401,
                "unauthenticated",
                given().header("X-API-Key", DoorsFixture.ENROLLING_KEY)
                        .contentType("application/x-www-form-urlencoded")
                        .body(FORM)
                        .post("/carrier/twilio/" + path + MESSAGE));
        assertEquals(calls, handedOver());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-good-signature",
                "a+good/signature000000000000",
                "a+good/signature0000000000==",
                "a+good/signature000000000000=",
                "a-good_signature00000000000="
            })
    void whatNoCarrierCanHaveSignedIs401AndIsNotHandedOver(String signature) {
        int calls = handedOver();
        for (String path : new String[] {"status/", "key/"}) {
            problem(401, "unauthenticated", carrier(path + MESSAGE, signature, FORM));
        }
        assertEquals(calls, handedOver());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status/", "key/"})
    void aBodyThatOtpServiceCannotReadIsTheSendersFault(String path) {
        problem(400, "malformed", carrier(path + MESSAGE, SIGNED, "unreadable=1"));
        problem(413, "too-large", carrier(path + MESSAGE, SIGNED, "enormous=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status/", "key/"})
    void aForgedSignatureIs401(String path) {
        problem(401, "unauthenticated", carrier(path + MESSAGE, FORGED, FORM));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789ABCDEF0123456789ABCDEF",
                "0123456789ABCDEF0123456789ABCDEF-0",
                "0123456789ABCDEF0123456789ABCDEF-1000",
                "0123456789abcdef0123456789abcdef-1",
                "0123456789ABCDEF0123456789ABCDEF-1%0A",
                "%2e%2e",
                "x"
            })
    void whatIsNoMessageIs404AndIsNotHandedOver(String message) {
        int calls = handedOver();
        for (String path : new String[] {"status/", "key/"}) {
            problem(
                    404,
                    "not-found",
                    given().urlEncodingEnabled(false)
                            .header("X-Twilio-Signature", SIGNED)
                            .contentType("application/x-www-form-urlencoded")
                            .body(FORM)
                            .post("/carrier/twilio/" + path + message));
        }
        assertEquals(calls, handedOver());
    }

    @Test
    void aFormThatIsTooLargeOrNoFormIsRefused() {
        int calls = handedOver();
        problem(413, "too-large", carrier("status/" + MESSAGE, SIGNED, "a=" + "b".repeat(16_384)));
        problem(413, "too-large", carrier("status/" + MESSAGE, SIGNED, "a=" + "b".repeat(70_000)));
        problem(
                415,
                "unsupported-media-type",
                given().header("X-Twilio-Signature", SIGNED)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/carrier/twilio/status/" + MESSAGE));
        problem(405, "method-not-allowed", given().get("/carrier/twilio/status/" + MESSAGE));
        problem(404, "not-found", carrier("other/" + MESSAGE, SIGNED, FORM));
        assertEquals(calls, handedOver());
    }

    @ParameterizedTest
    @ValueSource(strings = {"status/", "key/"})
    void anOtpServiceThatIsAwayIs503SoThatTheCarrierRepeats(String path) {
        Services.areAway("/v1/carrier");
        problem(503, "unavailable", carrier(path + MESSAGE, SIGNED, FORM));
    }

    @Test
    void anOtpServiceThatIsSilentIs503BeforeTheCarrierStopsWaiting() {
        Services.areSilent("/v1/carrier");
        long start = System.nanoTime();
        problem(503, "unavailable", carrier("key/" + MESSAGE, SIGNED, FORM));
        Times.assertWithinBudget(start);
    }

    private static int handedOver() {
        return Services.calls(STATUS).size() + Services.calls(KEY).size();
    }
}
