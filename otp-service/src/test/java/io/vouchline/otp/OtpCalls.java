package io.vouchline.otp;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Tokens;

/** Calls of the service as the gateway makes them. */
public final class OtpCalls {

    private OtpCalls() {}

    /** A request for codes, on behalf of the tenant {@code bank}. */
    public static RequestSpecification authorized() {
        return with(
                Tokens.token(
                        Audience.OTP, "bank", "c", Scope.PASSCODES_ISSUE, Scope.PASSCODES_CHECK));
    }

    public static RequestSpecification with(String token) {
        return given().contentType(ContentType.JSON).auth().oauth2(token);
    }

    /** The body that asks for a code of six digits. */
    public static String request(
            String number, String channel, String mailbox, String key, boolean reveal) {
        return """
        {"number":"%s","routes":[{"channel":"%s","mailbox":%s}],
         "code":{"length":6,"life_seconds":300,"no_leading_zero":false,"reveal":%s},
         "wording":{"language":"en-US"},"only_if_verified_before":false,
         "idempotency":{"key":"%s","seconds":60}}
        """
                .formatted(
                        number,
                        channel,
                        mailbox == null ? "null" : "\"" + mailbox + "\"",
                        reveal,
                        key);
    }

    /** Asks for a code; it must be granted. */
    public static ValidatableResponse issue(String request) {
        return authorized().body(request).post("/v1/verifications").then().statusCode(200);
    }

    /** Submits a code for a number. */
    public static Response submit(String number, String code) {
        return authorized()
                .body("{\"number\":\"%s\",\"code\":\"%s\"}".formatted(number, code))
                .post("/v1/verifications/check");
    }

    /** Submits a code for a number and demands this verdict. */
    public static void check(String number, String code, String state) {
        submit(number, code).then().statusCode(200).body("state", is(state));
    }

    /** Demands a problem document. */
    public static ValidatableResponse problem(int status, Response response) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status));
    }
}
