package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.gateway.Doors.app;
import static io.vouchline.gateway.Doors.keyed;
import static io.vouchline.gateway.Doors.number;
import static io.vouchline.gateway.Doors.problem;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vouchline.gateway.Services.Call;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DoorsFixture.Open.class)
class PushDoorTest {

    private static final String ANSWERS = "/v1/pushes/answer";
    private static final String PUSHES = "/v1/pushes";

    @BeforeEach
    void theServicesAreFine() {
        Services.areAway("");
        Services.areSilent("");
    }

    // The app's answers

    @ParameterizedTest
    @ValueSource(strings = {"msg_1", "msg_late"})
    void anAnswerIsTakenWhetherItCountsOrNot(String id) {
        String now = Long.toString(Instant.now().getEpochSecond());
        app(id, "v1,good", now).post("/push").then().statusCode(204).body(is(emptyString()));
        Call call = Services.calls(ANSWERS).getLast();
        assertEquals(id, call.member("webhook_id"));
        assertEquals(now, call.member("webhook_timestamp"));
        assertEquals("v1,good", call.member("webhook_signature"));
        assertTrue(call.body().contains("\\\"approved\\\":true"), call.body());
    }

    @Test
    void anAnswerIsHandedOverOnNobodysBehalf() {
        app("msg_1", "v1,good").post("/push").then().statusCode(204);
        Call call = Services.calls(ANSWERS).getLast();
        assertEquals("pushes:answer", call.claim("scope"));
        assertFalse(call.token().contains("\"tenant\""), "a tenant is named");
    }

    @Test
    void aForgedSignatureIs401() {
        problem(401, "unauthenticated", app("msg_1", "v1,a-forged-signature").post("/push"));
    }

    @ParameterizedTest
    @CsvSource({"good, 0", "'v2,good v1a,good', 0", "'v1,good', -301", "'v1,good', 310"})
    void whatNoAppCanHaveSignedJustNowIs401AndIsNotHandedOver(String signature, int secondsOff) {
        int calls = Services.calls(ANSWERS).size();
        String timestamp = Long.toString(Instant.now().getEpochSecond() + secondsOff);
        problem(401, "unauthenticated", app("msg_1", signature, timestamp).post("/push"));
        assertEquals(calls, Services.calls(ANSWERS).size());
    }

    @Test
    void aBodyThatOtpServiceCannotReadIsTheSendersFault() {
        problem(400, "malformed", app("msg_1", "v1,good").body("unreadable").post("/push"));
        problem(413, "too-large", app("msg_1", "v1,good").body("enormous").post("/push"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void aMissingOrOverlongHeaderIs400AndNothingIsHandedOver(String header) {
        int calls = Services.calls(ANSWERS).size();
        for (int length : new int[] {0, 1_025}) {
            var request = given().contentType(ContentType.JSON).body("{}");
            for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
                if (!name.equals(header)) {
                    request = request.header(name, "1700000000");
                } else if (length > 0) {
                    request = request.header(name, "1".repeat(length));
                }
            }
            problem(400, "malformed", request.post("/push"));
        }
        assertEquals(calls, Services.calls(ANSWERS).size());
    }

    @Test
    void anEmptyAnOversizedAndANonJsonAnswerAreRefused() {
        int calls = Services.calls(ANSWERS).size();
        problem(400, "malformed", app("msg_1", "v1,good").body("").post("/push"));
        problem(413, "too-large", app("msg_1", "v1,good").body("x".repeat(4_097)).post("/push"));
        problem(
                415,
                "unsupported-media-type",
                app("msg_1", "v1,good").contentType("text/plain").post("/push"));
        assertEquals(calls, Services.calls(ANSWERS).size());
    }

    @Test
    void anAnswerThatCannotBeHandedOverIs503() {
        Services.areAway(ANSWERS);
        problem(503, "unavailable", app("msg_1", "v1,good").post("/push"));
    }

    // The client's side

    @Test
    void anApprovalIsAskedForOnTheClientsBehalf() {
        keyed(DoorsFixture.ENROLLING_KEY)
                .body("{\"phone_number\":\"650-253-0000\",\"text\":\"A transfer\"}")
                .post("/pushes")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("$", aMapWithSize(3))
                .body("reference", is("0123456789ABCDEF0123456789ABCDEF"))
                .body("match", is("42"))
                .body("expires_at", is("2030-01-01T00:00:00Z"));
        Call call = Services.calls(PUSHES).getLast();
        assertEquals(Services.PERSON, call.member("number"));
        assertEquals("A transfer", call.member("text"));
        assertEquals("bank", call.claim("tenant"));
        assertEquals("enrolling", call.claim("client"));
        assertEquals("pushes:send", call.claim("scope"));
    }

    @Test
    void anApprovalIsWaitedForForFiveMinutesAtMost() {
        keyed(DoorsFixture.ENROLLING_KEY).body(number(Services.PERSON)).post("/pushes");
        String body = Services.calls(PUSHES).getLast().body();
        assertTrue(body.contains("\"life_seconds\":300"), body);
    }

    @Test
    void eachRequestIsAnApprovalOfItsOwn() {
        keyed(DoorsFixture.PLAIN_KEY).body(number(Services.PERSON)).post("/pushes");
        String first = Services.calls(PUSHES).getLast().member("key");
        keyed(DoorsFixture.PLAIN_KEY).body(number(Services.PERSON)).post("/pushes");
        assertNotEquals(first, Services.calls(PUSHES).getLast().member("key"));
    }

    @Test
    void aNumberThatHasToWaitIsTold429WithTheTime() {
        problem(
                        429,
                        "too-many-requests",
                        keyed(DoorsFixture.PLAIN_KEY)
                                .body(number(Services.WAITING))
                                .post("/pushes"))
                .header("Retry-After", "77");
    }

    @Test
    void aTenantWithoutAnAppIsTold409() {
        problem(
                409,
                "conflict",
                keyed(DoorsFixture.PLAIN_KEY).body(number(Services.WITHOUT_APP)).post("/pushes"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"phone_number\":null}",
                "{\"phone_number\":\"hello\"}",
                "{\"phone_number\":6502530000}",
                "{\"phone_number\":\"$session.params.phone_number\"}",
                "[]",
                "{",
                ""
            })
    void whatNamesNoNumberIs400AndNothingIsAsked(String body) {
        int calls = Services.calls(PUSHES).size();
        problem(400, "malformed", keyed(DoorsFixture.PLAIN_KEY).body(body).post("/pushes"));
        assertEquals(calls, Services.calls(PUSHES).size());
    }

    @ParameterizedTest
    @CsvSource({"00, pending", "01, approved", "02, denied", "03, expired", "04, denied"})
    void anApprovalsStateIsToldInWordsOfItsOwn(String end, String state) {
        keyed(DoorsFixture.PLAIN_KEY)
                .get("/pushes/A" + "0".repeat(29) + end)
                .then()
                .statusCode(200)
                .body("$", aMapWithSize(1))
                .body("state", is(state));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A00000000000000000000000000000FF",
                "A0000000000000000000000000000005",
                "a0000000000000000000000000000000",
                "x"
            })
    void anUnknownApprovalACodesVerificationAndNoReferenceLookAlike(String reference) {
        problem(404, "not-found", keyed(DoorsFixture.PLAIN_KEY).get("/pushes/" + reference));
    }

    @Test
    void onlyAClientOfOurOwnApiComesIn() {
        problem(
                401,
                "unauthenticated",
                given().contentType(ContentType.JSON)
                        .body(number(Services.PERSON))
                        .post("/pushes"));
        problem(
                401,
                "unauthenticated",
                keyed("a-wrong-key-0123456789").body(number(Services.PERSON)).post("/pushes"));
        problem(
                403,
                "forbidden",
                keyed(DoorsFixture.PLATFORM_KEY).body(number(Services.PERSON)).post("/pushes"));
        problem(
                403,
                "forbidden",
                keyed(DoorsFixture.PLATFORM_KEY).get("/pushes/A" + "0".repeat(31)));
    }

    @Test
    void aServiceThatIsAwayApprovesNothing() {
        Services.areAway("/v1/verifications/A");
        problem(
                503,
                "unavailable",
                keyed(DoorsFixture.PLAIN_KEY).get("/pushes/A" + "0".repeat(29) + "01"));
    }
}
