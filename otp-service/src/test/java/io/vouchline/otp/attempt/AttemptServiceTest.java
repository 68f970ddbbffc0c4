package io.vouchline.otp.attempt;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.otp.OtpFixture;
import io.vouchline.otp.Outbox;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OtpFixture.class)
class AttemptServiceTest {

    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private final String number = "+1650256" + NEXT.getAndIncrement();

    @Test
    void anAttemptIsReservedAndSettledOnce() {
        reserve("a", "RESERVED").body("$", aMapWithSize(1));
        settle("a", true).statusCode(200).body("$", aMapWithSize(1)).body("state", is("PASSED"));
        settle("a", true).statusCode(200).body("state", is("PASSED"));
        reserve("a", "PASSED");
        problem(409, settle("a", false)).body("detail", is("The attempt was settled otherwise."));
    }

    @Test
    void whatWasNeverReservedCannotBeSettled() {
        problem(409, settle("never", true));
        problem(409, settle("never", false));
    }

    @Test
    @Requirement(9)
    void wrongCodesAndAttemptsShareOneCounter() {
        for (int i = 0; i < 3; i++) {
            wrongCode("INVALID");
        }
        reserve("a", "RESERVED");
        settle("a", false).statusCode(200).body("state", is("FAILED"));
        reserve("b", "RESERVED");
        reserve("c", "LOCKED");
        wrongCode("MAX_ATTEMPTS_EXCEEDED");
        settle("b", true).statusCode(200);
        wrongCode("INVALID");
        wrongCode("MAX_ATTEMPTS_EXCEEDED");
        reserve("d", "LOCKED");
    }

    @Test
    void rightAnswersNeverWashAwayWrongCodes() {
        for (int i = 0; i < 4; i++) {
            wrongCode("INVALID");
            reserve("right " + i, "RESERVED");
            settle("right " + i, true).statusCode(200);
        }
        wrongCode("INVALID");
        wrongCode("MAX_ATTEMPTS_EXCEEDED");
    }

    @Test
    void anAttemptThatARightCodeForgotTakesBackNothing() {
        String code = issue();
        reserve("slow", "RESERVED");
        check(code, "VALID");
        for (int i = 0; i < 4; i++) {
            reserve("wrong " + i, "RESERVED");
            settle("wrong " + i, false).statusCode(200);
        }
        settle("slow", true).statusCode(200);
        reserve("fifth", "RESERVED");
        reserve("sixth", "LOCKED");
    }

    @Test
    void aClearedNumberIsOpenAgain() {
        clear(false);
        for (int i = 0; i < 5; i++) {
            wrongCode("INVALID");
        }
        reserve("a", "LOCKED");
        clear(true);
        reserve("a", "RESERVED");
        settle("a", true).statusCode(200);
        clear(false);
    }

    @Test
    void anotherTenantsAttemptsAreItsOwn() {
        reserve("a", "RESERVED");
        problem(
                409,
                with("other", Scope.ATTEMPTS_COUNT)
                        .body(settlement("a", true))
                        .post("/v1/attempts/settle")
                        .then());
        for (int i = 0; i < 5; i++) {
            with("other", Scope.ATTEMPTS_COUNT)
                    .body(attempt("o" + i))
                    .post("/v1/attempts/reserve")
                    .then()
                    .body("state", is("RESERVED"));
        }
        reserve("b", "RESERVED");
    }

    @Test
    void eachDoorHasItsScope() {
        for (String path : new String[] {"reserve", "settle", "clear"}) {
            String body =
                    path.equals("reserve")
                            ? attempt("a")
                            : path.equals("settle") ? settlement("a", true) : owner();
            String wrong = path.equals("clear") ? Scope.ATTEMPTS_COUNT : Scope.ATTEMPTS_CLEAR;
            problem(403, with("bank", wrong).body(body).post("/v1/attempts/" + path).then());
            problem(
                    401,
                    given().contentType(ContentType.JSON)
                            .body(body)
                            .post("/v1/attempts/" + path)
                            .then());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"number\":\"+16502560001\"}",
                "{\"number\":\"6502560001\",\"attempt_id\":\"a\"}",
                "{\"number\":16502560001,\"attempt_id\":\"a\"}",
                "{\"number\":\"+16502560001\",\"attempt_id\":\"\"}",
                "{\"number\":\"+16502560001\",\"attempt_id\":1}",
                "{\"number\":\"+16502560001\",\"attempt_id\":null}",
                "{\"number\":\"+16502560001\",\"attempt_id\":\"a\",\"attempt_id\":\"a\"}",
                "{\"number\":\"+16502560001\",\"attempt_id\":\"a\",\"tenant\":\"b\"}"
            })
    void badInputIsAProblemDocument(String body) {
        problem(
                        400,
                        with("bank", Scope.ATTEMPTS_COUNT)
                                .body(body)
                                .post("/v1/attempts/reserve")
                                .then())
                .body("detail", not(containsString("650256")));
    }

    private ValidatableResponse reserve(String id, String state) {
        return with("bank", Scope.ATTEMPTS_COUNT)
                .body(attempt(id))
                .post("/v1/attempts/reserve")
                .then()
                .statusCode(200)
                .body("state", is(state));
    }

    private ValidatableResponse settle(String id, boolean passed) {
        return with("bank", Scope.ATTEMPTS_COUNT)
                .body(settlement(id, passed))
                .post("/v1/attempts/settle")
                .then();
    }

    private void clear(boolean changed) {
        with("bank", Scope.ATTEMPTS_CLEAR)
                .body(owner())
                .post("/v1/attempts/clear")
                .then()
                .statusCode(200)
                .body("changed", is(changed));
    }

    private String attempt(String id) {
        return "{\"number\":\"%s\",\"attempt_id\":\"%s\"}".formatted(number, id);
    }

    private String settlement(String id, boolean passed) {
        return "{\"number\":\"%s\",\"attempt_id\":\"%s\",\"passed\":%s}"
                .formatted(number, id, passed);
    }

    private String owner() {
        return "{\"number\":\"%s\"}".formatted(number);
    }

    private String issue() {
        with("bank", Scope.PASSCODES_ISSUE)
                .body(
                        """
                        {"number":"%s","routes":[{"channel":"SMS"}],
                         "code":{"length":6,"life_seconds":300,"no_leading_zero":false,"reveal":false},
                         "wording":{"template":"$$CODE$$","language":"en"},"only_if_verified_before":false,
                         "idempotency":{"key":"k","seconds":60}}
                        """
                                .formatted(number))
                .post("/v1/verifications")
                .then()
                .statusCode(200);
        Matcher code = Pattern.compile("[0-9]{6}").matcher(Outbox.first(number).body());
        assertTrue(code.find());
        return code.group();
    }

    /** Shorter than any code that is issued here. */
    private void wrongCode(String state) {
        check("00000", state);
    }

    private void check(String code, String state) {
        with("bank", Scope.PASSCODES_CHECK)
                .body("{\"number\":\"%s\",\"code\":\"%s\"}".formatted(number, code))
                .post("/v1/verifications/check")
                .then()
                .statusCode(200)
                .body("state", is(state));
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
}
