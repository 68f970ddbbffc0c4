package io.vouchline.otp.push;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.InternalToken;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.otp.OtpFixture;
import io.vouchline.otp.Outbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OtpFixture.class)
class PushServiceTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private final String number = "+1650259" + NEXT.getAndIncrement();

    @Test
    @Requirement(3)
    void theRightMatchApprovesOnce() {
        Asked asked = ask();
        state(asked, "UNKNOWN");
        answer(asked, true, asked.match(), "m1", true);
        state(asked, "VALID");
        answer(asked, true, asked.match(), "m2", false);
        state(asked, "VALID");
    }

    @Test
    void theAppIsAskedSignedAndWithoutTheMatch() {
        Asked asked = ask();
        Outbox.Arrived question = Outbox.first(number);
        assertEquals("webhook", question.channel());
        String[] parts = question.body().split("\n", 5);
        assertEquals(asked.reference() + "-1", parts[1]);
        assertTrue(parts[4].contains("\"type\":\"verification.approval\""));
        assertTrue(parts[4].contains("\"reference\":\"" + asked.reference() + "\""));
        assertFalse(
                parts[4].replace(asked.reference(), "")
                        .replace(number, "")
                        .matches("(?s).*\"" + asked.match() + "\".*"));
    }

    @Test
    void aRepeatedMessageGetsTheSameAnswer() {
        Asked asked = ask();
        for (int i = 0; i < 3; i++) {
            answer(asked, true, asked.match(), "m1", true);
        }
        state(asked, "VALID");
    }

    @Test
    void aWrongMatchDeniesAndCounts() {
        Asked asked = ask();
        answer(asked, true, asked.wrong(), "m1", true);
        state(asked, "MAX_ATTEMPTS_EXCEEDED");
        answer(asked, true, asked.match(), "m2", false);
        state(asked, "MAX_ATTEMPTS_EXCEEDED");
        hasFailures(1);
    }

    @Test
    void aDenialEndsItAndCountsOnceHoweverOftenItComes() {
        Asked asked = ask();
        for (int i = 0; i < 10; i++) {
            answer(asked, false, null, "m1", true);
        }
        state(asked, "MAX_ATTEMPTS_EXCEEDED");
        answer(asked, true, asked.match(), "m2", false);
        hasFailures(1);
    }

    @Test
    void aDenialWithTheRightMatchIsADenial() {
        Asked asked = ask();
        answer(asked, false, asked.match(), "m1", true);
        state(asked, "MAX_ATTEMPTS_EXCEEDED");
    }

    @Test
    void whatWasDeniedDuringALockIsNotApprovedAfterIt() {
        Asked asked = ask();
        for (int i = 0; i < 5; i++) {
            code("INVALID");
        }
        answer(asked, false, null, "m1", false);
        state(asked, "EXPIRED");
    }

    @Test
    void anApprovalDuringALockIsRefused() {
        Asked asked = ask();
        for (int i = 0; i < 5; i++) {
            code("INVALID");
        }
        answer(asked, true, asked.match(), "m1", false);
        state(asked, "UNKNOWN");
    }

    @Test
    void anEqualRequestGetsTheSameMatchAndAnotherVoidsIt() {
        Asked first = ask("same");
        Asked second = ask("same");
        assertEquals(first, second);
        Asked other = ask("other");
        assertNotEquals(first.reference(), other.reference());
        state(first, "EXPIRED");
        answer(first, true, first.match(), "m1", false);
        answer(other, true, other.match(), "m2", true);
    }

    @Test
    @Requirement(4)
    void aCodeCheckNeverApproves() {
        Asked asked = ask();
        byReference(asked, asked.match(), null, "UNKNOWN");
        check("{\"number\":\"%s\",\"code\":\"%s\"}".formatted(number, asked.match()), "INVALID");
        state(asked, "UNKNOWN");
        answer(asked, true, asked.match(), "m1", true);
        // Not even by the name that the approval's own attempt had.
        for (String attempt : new String[] {"m1", asked.reference() + " m1"}) {
            byReference(asked, asked.match(), attempt, "UNKNOWN");
            check(
                    "{\"number\":\"%s\",\"code\":\"%s\",\"attempt_id\":\"%s\"}"
                            .formatted(number, asked.match(), attempt),
                    "INVALID");
        }
    }

    @Test
    @Requirement(4)
    void anAnswerNeverVerifiesACode() {
        String issued =
                """
                {"number":"%s","routes":[{"channel":"SMS"}],
                 "code":{"length":6,"life_seconds":300,"no_leading_zero":false,"reveal":true},
                 "wording":{"language":"en"},"only_if_verified_before":false,
                 "idempotency":{"key":"k","seconds":60}}
                """
                        .formatted(number);
        var code =
                with("bank", Scope.PASSCODES_ISSUE)
                        .body(issued)
                        .post("/v1/verifications")
                        .then()
                        .statusCode(200)
                        .extract();
        Asked asked = new Asked(code.path("reference"), code.path("code"));
        problem(400, signed("bank", "m1", now(), body(asked, true, asked.match())));
        answer(asked, true, asked.match().substring(0, 2), "m2", false);
        answer(asked, false, null, "m3", false);
        state(asked, "UNKNOWN");
        byReference(asked, asked.match(), null, "VALID");
    }

    @Test
    void anAppAnswersForItsOwnTenantOnly() {
        Asked asked = ask();
        signed("other", "m1", now(), body(asked, true, asked.match()))
                .statusCode(200)
                .body("accepted", is(false));
        signed("other", "m2", now(), body(asked, false, null))
                .statusCode(200)
                .body("accepted", is(false));
        state(asked, "UNKNOWN");
        answer(asked, true, asked.match(), "m3", true);
    }

    @Test
    void whatIsNotSignedNowIsRefused() {
        Asked asked = ask();
        String body = body(asked, true, asked.match());
        problem(401, signed("bank", "m1", now() - 301, body));
        problem(401, signed("bank", "m1", now() + 310, body));
        problem(401, signed("bank", "m.1", now(), body));
        problem(401, post("m1", Long.toString(now()), "v1,AAAA", body));
        problem(401, post("m1", "now", "v1,AAAA", body));
        String good = signature("bank", "m1", now(), body);
        problem(401, post("m2", Long.toString(now()), good, body));
        problem(401, post("m1", Long.toString(now()), good, body.replace("true", "false")));
        state(asked, "UNKNOWN");
    }

    @ParameterizedTest
    @Requirement(32)
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{",
                "{}",
                "{\"reference\":\"REF\",\"match\":\"42\"}",
                "{\"reference\":\"REF\",\"approved\":true}",
                "{\"reference\":\"REF\",\"approved\":null,\"match\":\"42\"}",
                "{\"reference\":\"REF\",\"approved\":\"true\",\"match\":\"42\"}",
                "{\"reference\":\"REF\",\"approved\":1,\"match\":\"42\"}",
                "{\"reference\":\"REF\",\"approved\":true,\"match\":42}",
                "{\"reference\":\"REF\",\"approved\":true,\"match\":\"4\"}",
                "{\"reference\":\"REF\",\"approved\":true,\"match\":\"٤٢\"}",
                "{\"reference\":\"REF\",\"approved\":true,\"match\":\"42\",\"match\":\"43\"}",
                "{\"reference\":\"REF\",\"approved\":true,\"match\":\"42\",\"x\":1}",
                "{\"reference\":\"REF\",\"approved\":true,\"match\":\"42\"} x",
                "{\"reference\":\"\",\"approved\":true,\"match\":\"42\"}",
                "{\"reference\":\"ref\",\"approved\":true,\"match\":\"42\"}",
                "{\"reference\":null,\"approved\":true,\"match\":\"42\"}",
                "{\"reference\":[\"REF\"],\"approved\":true,\"match\":\"42\"}"
            })
    void aSignedBodyThatSaysSomethingElseIsMalformedAndChangesNothing(String body) {
        Asked asked = ask();
        problem(400, signed("bank", "m1", now(), body.replace("REF", asked.reference())))
                .body("detail", not(containsString(asked.reference())));
        state(asked, "UNKNOWN");
    }

    @Test
    void anUnknownApprovalIsNotAccepted() {
        answer(new Asked("A".repeat(32), "42"), true, "42", "m1", false);
        answer(new Asked("A".repeat(32), "42"), false, null, "m2", false);
    }

    @Test
    void aTenantWithoutAnAppAsksNobody() {
        problem(
                409,
                with("app-less", Scope.PUSHES_SEND).body(request("k")).post("/v1/pushes").then());
    }

    @Test
    @Requirement(18)
    void theSixthQuestionWithinTenMinutesIsRefusedWithTheTimeToWait() {
        for (int i = 0; i < 5; i++) {
            Asked _ = ask("k" + i);
        }
        problem(429, with("bank", Scope.PUSHES_SEND).body(request("k6")).post("/v1/pushes").then())
                .header("Retry-After", matchesPattern("1[0-9]{2}"));
    }

    @Test
    void aQuestionIsNotSentAgain() {
        Asked asked = ask();
        problem(
                409,
                with("bank", Scope.PASSCODES_ISSUE)
                        .body(
                                "{\"route\":{\"channel\":\"SMS\"},\"idempotency\":{\"key\":\"k\",\"seconds\":9}}")
                        .post("/v1/verifications/" + asked.reference() + "/resend")
                        .then());
    }

    @Test
    void eachDoorHasItsScope() {
        problem(
                403,
                with("bank", Scope.PASSCODES_ISSUE).body(request("k")).post("/v1/pushes").then());
        problem(
                403,
                with("bank", Scope.PUSHES_SEND)
                        .body(message("m1", Long.toString(now()), "v1,x", "{}"))
                        .post("/v1/pushes/answer")
                        .then());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"life_seconds\":29", "\"life_seconds\":301", "\"life_seconds\":\"60\""})
    void aQuestionThatCannotBeAskedIsAProblemDocument(String life) {
        problem(
                400,
                with("bank", Scope.PUSHES_SEND)
                        .body(request("k").replace("\"life_seconds\":60", life))
                        .post("/v1/pushes")
                        .then());
    }

    private Asked ask() {
        return ask(UUID.randomUUID().toString());
    }

    private Asked ask(String key) {
        var asked =
                with("bank", Scope.PUSHES_SEND)
                        .body(request(key))
                        .post("/v1/pushes")
                        .then()
                        .statusCode(200)
                        .body("$", aMapWithSize(3))
                        .body("reference", matchesPattern("[0-9A-F]{32}"))
                        .body("match", matchesPattern("[0-9]{2}"))
                        .extract();
        return new Asked(asked.path("reference"), asked.path("match"));
    }

    private String request(String key) {
        return """
        {"number":"%s","text":"Sign in?","life_seconds":60,"idempotency":{"key":"%s","seconds":60}}"""
                .formatted(number, key);
    }

    private static void answer(
            Asked asked, boolean approved, String match, String id, boolean accepted) {
        signed("bank", id, now(), body(asked, approved, match))
                .statusCode(200)
                .body("$", aMapWithSize(1))
                .body("accepted", is(accepted));
    }

    private static String body(Asked asked, boolean approved, String match) {
        return "{\"reference\":\"%s\",\"approved\":%s%s}"
                .formatted(
                        asked.reference(),
                        approved,
                        match == null ? "" : ",\"match\":\"" + match + "\"");
    }

    private static ValidatableResponse signed(String tenant, String id, long at, String body) {
        return post(id, Long.toString(at), signature(tenant, id, at, body), body);
    }

    /** Its token names no tenant. */
    private static ValidatableResponse post(String id, String at, String signature, String body) {
        String token =
                Tokens.token(
                        Audience.OTP,
                        "none",
                        "none",
                        claims -> {
                            claims.unsetClaim(InternalToken.TENANT);
                            claims.unsetClaim(InternalToken.CLIENT);
                        },
                        jws -> {},
                        Scope.PUSHES_ANSWER);
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(token)
                .body(message(id, at, signature, body))
                .post("/v1/pushes/answer")
                .then();
    }

    private static Map<String, String> message(
            String id, String at, String signature, String body) {
        return Map.of(
                "webhook_id",
                id,
                "webhook_timestamp",
                at,
                "webhook_signature",
                signature,
                "body",
                body);
    }

    private static String signature(String tenant, String id, long at, String body) {
        try {
            String secret = Files.readString(OtpFixture.appSecret(tenant)).replace("whsec_", "");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
            return "v1,"
                    + Base64.getEncoder()
                            .encodeToString(
                                    mac.doFinal((id + '.' + at + '.' + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void state(Asked asked, String state) {
        with("bank", Scope.PASSCODES_CHECK)
                .get("/v1/verifications/" + asked.reference())
                .then()
                .statusCode(200)
                .body("state", is(state));
    }

    private void hasFailures(int failures) {
        for (int i = failures; i < 5; i++) {
            code("INVALID");
        }
        code("MAX_ATTEMPTS_EXCEEDED");
    }

    /** A wrong code for the same number. */
    private void code(String state) {
        check("{\"number\":\"%s\",\"code\":\"00000\"}".formatted(number), state);
    }

    private static void byReference(Asked asked, String code, String attempt, String state) {
        check(
                "{\"reference\":\"%s\",\"code\":\"%s\",\"attempt_id\":%s}"
                        .formatted(
                                asked.reference(),
                                code,
                                attempt == null ? "null" : '"' + attempt + '"'),
                state);
    }

    private static void check(String body, String state) {
        with("bank", Scope.PASSCODES_CHECK)
                .body(body)
                .post("/v1/verifications/check")
                .then()
                .statusCode(200)
                .body("state", is(state));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static ValidatableResponse problem(int status, ValidatableResponse response) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status));
    }

    private static RequestSpecification with(String tenant, String scope) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.token(Audience.OTP, tenant, "c", scope));
    }

    /** A question that was asked. */
    private record Asked(String reference, String match) {

        String wrong() {
            return match.equals("00") ? "11" : "00";
        }
    }
}
