package io.vouchline.otp;

import static io.restassured.RestAssured.given;
import static io.vouchline.otp.OtpCalls.authorized;
import static io.vouchline.otp.OtpCalls.problem;
import static io.vouchline.otp.OtpCalls.with;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.ApiDocument;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.otp.Outbox.Arrived;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OtpFixture.class)
class OtpServiceTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);
    private static final Pattern CODE = Pattern.compile("[0-9]{4,10}");

    private final String number = "+1650253" + NEXT.getAndIncrement();

    @Test
    void aCodeSentByTextMessageIsGoodOnce() {
        issue("SMS");
        String code = code(Outbox.first(number));
        check(code, "VALID");
        check(code, "EXPIRED");
    }

    @Test
    void aCodeSentByMailIsGood() {
        String mailbox = number.substring(1) + "@example.com";
        OtpCalls.issue(request("EMAIL", mailbox, UUID.randomUUID().toString(), false));
        Arrived mail = Outbox.first(mailbox);
        assertEquals("email", mail.channel());
        check(code(mail, Pattern.compile("code is ([0-9]{6})")), "VALID");
    }

    @Test
    void aCallSpeaksEveryDigitTwice() {
        issue("VOICE");
        Arrived call = Outbox.first(number);
        assertEquals("voice", call.channel());
        Matcher said = Pattern.compile("code is ((?:[0-9], ){5}[0-9])").matcher(call.body());
        assertTrue(said.find());
        String digits = said.group(1).replace(", ", "");
        assertTrue(said.find());
        check(digits, "VALID");
    }

    @Test
    @Requirement(8)
    void theAnswerHoldsNoCodeUnlessItIsAskedFor() {
        issue("SMS").body("reference", matchesPattern("[0-9A-F]{32}")).body("code", nullValue());
    }

    @Test
    void aRevealedCodeIsTheOneThatWasSentAlsoWhenAskedForTwice() {
        String key = UUID.randomUUID().toString();
        String first = OtpCalls.issue(request("SMS", null, key, true)).extract().path("code");
        String second = OtpCalls.issue(request("SMS", null, key, true)).extract().path("code");
        assertEquals(first, second);
        assertEquals(first, code(Outbox.first(number)));
    }

    @Test
    void theSameRequestTwiceSendsOneMessage() {
        String key = UUID.randomUUID().toString();
        String first = OtpCalls.issue(request("SMS", null, key, false)).extract().path("reference");
        String second =
                OtpCalls.issue(request("SMS", null, key, false)).extract().path("reference");
        assertEquals(first, second);
        String other =
                OtpCalls.issue(request("SMS", null, UUID.randomUUID().toString(), false))
                        .extract()
                        .path("reference");
        assertNotEquals(first, other);
        // The third request's message is there: had the second sent one, it would be there too.
        assertEquals(2, Outbox.all(number, 2).size());
    }

    @Test
    @Requirement(5)
    void aNewCodeVoidsTheOldOne() {
        issue("SMS");
        String old = code(Outbox.first(number));
        issue("SMS");
        String fresh = code(Outbox.all(number, 2).getLast());
        check(old, old.equals(fresh) ? "VALID" : "INVALID");
        check(fresh, "VALID");
    }

    @Test
    @Requirement({9, 14, 15})
    void afterFiveWrongCodesTheRightOneIsRefusedToo() {
        issue("SMS");
        String code = code(Outbox.first(number));
        String wrong = code.equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            check(wrong, "INVALID");
        }
        check(code, "MAX_ATTEMPTS_EXCEEDED");
        check(wrong, "MAX_ATTEMPTS_EXCEEDED");
        problem(
                        429,
                        authorized()
                                .body(request("SMS", null, "locked", false))
                                .post("/v1/verifications"))
                .header("Retry-After", matchesPattern("[0-9]+"));
    }

    @Test
    @Requirement(17)
    void theSixthCodeWithinTenMinutesIsRefusedWithTheTimeToWait() {
        for (int i = 0; i < 5; i++) {
            issue("SMS");
        }
        problem(
                        429,
                        authorized()
                                .body(request("SMS", null, "sixth", false))
                                .post("/v1/verifications"))
                .header("Retry-After", matchesPattern("1[0-9]{2}"));
        assertEquals(5, Outbox.all(number, 5).size());
    }

    @Test
    void aCodeIsSentAgainByACall() {
        String reference = issue("SMS").extract().path("reference");
        String code = code(Outbox.first(number));
        authorized()
                .body(
                        "{\"route\":{\"channel\":\"VOICE\"},\"idempotency\":{\"key\":\"a\",\"seconds\":9}}")
                .post("/v1/verifications/" + reference + "/resend")
                .then()
                .statusCode(200)
                .body("reference", is(reference));
        Arrived call = Outbox.all(number, 2).getLast();
        assertEquals("voice", call.channel());
        assertTrue(call.body().contains(String.join(", ", code.split(""))));
        check(code, "VALID");
        problem(
                409,
                authorized()
                        .body("{\"idempotency\":{\"key\":\"b\",\"seconds\":9}}")
                        .post("/v1/verifications/" + reference + "/resend"));
        problem(
                404,
                authorized()
                        .body("{\"idempotency\":{\"key\":\"b\",\"seconds\":9}}")
                        .post("/v1/verifications/" + "A".repeat(32) + "/resend"));
    }

    @Test
    void aCodeIsEndedByItsReference() {
        String reference = issue("SMS").extract().path("reference");
        String code = code(Outbox.first(number));
        authorized()
                .post("/v1/verifications/" + reference + "/expire")
                .then()
                .statusCode(200)
                .body("state", is("EXPIRED"));
        check(code, "EXPIRED");
        problem(409, authorized().post("/v1/verifications/" + reference + "/complete"));
    }

    @Test
    @Requirement(3)
    void aLostAnswerCostsNoAttempt() {
        issue("SMS");
        String code = code(Outbox.first(number));
        for (int i = 0; i < 3; i++) {
            authorized()
                    .body(
                            "{\"number\":\"%s\",\"code\":\"%s\",\"attempt_id\":\"turn 1\"}"
                                    .formatted(number, code))
                    .post("/v1/verifications/check")
                    .then()
                    .body("state", is("VALID"));
        }
    }

    @Test
    @Requirement(16)
    void aNumberWithoutACodeIsAnsweredLikeOneWithAWrongCode() {
        for (int i = 0; i < 5; i++) {
            check("123456", "INVALID");
        }
        check("123456", "MAX_ATTEMPTS_EXCEEDED");
    }

    @Test
    void aVerificationIsCheckedAndReadByItsReference() {
        String reference = issue("SMS").extract().path("reference");
        String code = code(Outbox.first(number));
        find(reference).statusCode(200).body("state", is("UNKNOWN"));
        authorized()
                .body("{\"reference\":\"%s\",\"code\":\"%s\"}".formatted(reference, code))
                .post("/v1/verifications/check")
                .then()
                .statusCode(200)
                .body("state", is("VALID"));
        find(reference).statusCode(200).body("state", is("VALID")).body("delivery", is("SENT"));
    }

    @Test
    @Requirement(4)
    void anotherTenantCannotCheckOrReadAVerification() {
        String reference = issue("SMS").extract().path("reference");
        String code = code(Outbox.first(number));
        String foreign = Tokens.token(Audience.OTP, "other", "c", Scope.PASSCODES_CHECK);
        with(foreign)
                .body("{\"reference\":\"%s\",\"code\":\"%s\"}".formatted(reference, code))
                .post("/v1/verifications/check")
                .then()
                .body("state", is("UNKNOWN"));
        with(foreign)
                .body("{\"number\":\"%s\",\"code\":\"%s\"}".formatted(number, code))
                .post("/v1/verifications/check")
                .then()
                .body("state", is("INVALID"));
        problem(404, with(foreign).get("/v1/verifications/" + reference));
        check(code, "VALID");
    }

    @Test
    void aCodeOfTheCallersAndATemplateAreTaken() {
        authorized()
                .body(
                        """
                        {"number":"%s","routes":[{"channel":"SMS"}],
                         "code":{"length":5,"life_seconds":300,"no_leading_zero":false,"supplied":"00123",
                          "reveal":false},
                         "wording":{"template":"Use $$CODE$$ now","language":"en-US"},
                         "only_if_verified_before":false,"idempotency":{"key":"k","seconds":10}}
                        """
                                .formatted(number))
                .post("/v1/verifications")
                .then()
                .statusCode(200);
        assertEquals("Use 00123 now", Outbox.first(number).body());
        check("00123", "VALID");
    }

    @ParameterizedTest
    @Requirement(32)
    @ValueSource(
            strings = {
                "true",
                "null",
                "123456",
                "[\"123456\"]",
                "{}",
                "\"\"",
                "\"12 34 56\"",
                "\"1e5\"",
                "\"١٢٣٤٥٦\"",
                "\"123456\\u200b\"",
                "\"12345678901234567\"",
                "\"-12345\""
            })
    void aCodeThatIsNotDigitsInATextIsMalformed(String code) {
        problem(
                        400,
                        authorized()
                                .body("{\"number\":\"%s\",\"code\":%s}".formatted(number, code))
                                .post("/v1/verifications/check"))
                .body("detail", not(containsString(number)));
    }

    @Test
    @Requirement(36)
    void badInputIsAProblemDocument() {
        problem(400, authorized().body("{").post("/v1/verifications"));
        problem(400, authorized().body("{}").post("/v1/verifications"));
        problem(400, authorized().body("{\"code\":\"123456\"}").post("/v1/verifications/check"));
        problem(
                400,
                authorized().body(request("EMAIL", null, "k", false)).post("/v1/verifications"));
        problem(
                400,
                authorized()
                        .body(request("SMS", "a@b.example", "k", false))
                        .post("/v1/verifications"));
        problem(400, authorized().get("/v1/verifications/short"));
        problem(404, authorized().get("/v1/verifications/" + "A".repeat(32)));
        problem(404, authorized().get("/nothing"));
        problem(405, authorized().delete("/v1/verifications"));
        problem(415, authorized().contentType("text/plain").body("x").post("/v1/verifications"));
        problem(413, authorized().body("x".repeat(70_000)).post("/v1/verifications"));
    }

    @Test
    @Requirement(35)
    void aMissingOrForeignTokenOrScopeIsRefused() {
        String body = request("SMS", null, "k", false);
        problem(401, given().contentType(ContentType.JSON).body(body).post("/v1/verifications"));
        problem(
                401,
                with(Tokens.token(Audience.LOOKUP, "bank", "c", Scope.PASSCODES_ISSUE))
                        .body(body)
                        .post("/v1/verifications"));
        problem(
                403,
                with(Tokens.token(Audience.OTP, "bank", "c", Scope.PASSCODES_CHECK))
                        .body(body)
                        .post("/v1/verifications"));
    }

    @Test
    void healthAndMetricsAreOnTheManagementPort() {
        for (String path :
                new String[] {"health/live", "health/ready", "health/started", "metrics"}) {
            given().get(Ports.management("/q/" + path)).then().statusCode(200);
        }
    }

    @Test
    void theCommittedApiDocumentIsCurrent() {
        ApiDocument.assertIsCommitted(
                given().get(Ports.management("/openapi"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private ValidatableResponse issue(String channel) {
        return OtpCalls.issue(request(channel, null, UUID.randomUUID().toString(), false));
    }

    private String request(String channel, String mailbox, String key, boolean reveal) {
        return OtpCalls.request(number, channel, mailbox, key, reveal);
    }

    private void check(String code, String state) {
        OtpCalls.check(number, code, state);
    }

    private static ValidatableResponse find(String reference) {
        return authorized().get("/v1/verifications/" + reference).then();
    }

    private static String code(Arrived message) {
        return code(message, Pattern.compile("(" + CODE + ")"));
    }

    private static String code(Arrived message, Pattern pattern) {
        Matcher matcher = pattern.matcher(message.body());
        assertTrue(matcher.find(), message.channel());
        return matcher.group(1);
    }
}
