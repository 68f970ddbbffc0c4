package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;

/** Requests to the doors, as clients and callers back make them. */
final class Doors {

    static final String MESSAGE = "0123456789ABCDEF0123456789ABCDEF-1";

    /** Signatures in the form of Twilio's: 20 bytes in Base64. */
    static final String SIGNED = "a+good/signature00000000000=";

    static final String FORGED = "a+forged/signature000000000=";

    private Doors() {}

    static RequestSpecification keyed(String key) {
        return given().header("X-API-Key", key).contentType(ContentType.JSON);
    }

    static RequestSpecification proven(String key, String assertion) {
        return keyed(key).header("Vouchline-Assertion", assertion);
    }

    static RequestSpecification operator(String token) {
        return given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    static Response carrier(String path, String signature, String form) {
        return given().header("X-Twilio-Signature", signature)
                .contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/carrier/twilio/" + path);
    }

    static RequestSpecification app(String id, String signature) {
        return app(id, signature, Long.toString(Instant.now().getEpochSecond()));
    }

    static RequestSpecification app(String id, String signature, String timestamp) {
        return given().header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", signature)
                .contentType(ContentType.JSON)
                .body("{\"reference\":\"A\",\"approved\":true,\"match\":\"42\"}");
    }

    /** The assertion that a right code earns. */
    static String assertion(String key, String number) {
        return keyed(key)
                .body(code(number, Services.RIGHT_CODE))
                .post("/verifications/check")
                .then()
                .statusCode(200)
                .extract()
                .path("assertion");
    }

    /** The assertion that a right key earns beside that of a right code. */
    static String assertionOfTwoFactors(String key, String number) {
        return proven(key, assertion(key, number))
                .body(key(number, Services.RIGHT_KEY))
                .post("/authenticators/check")
                .then()
                .statusCode(200)
                .extract()
                .path("assertion");
    }

    static String code(String number, String code) {
        return "{\"phone_number\":\"%s\",\"code\":\"%s\"}".formatted(number, code);
    }

    static String key(String number, String key) {
        return "{\"phone_number\":\"%s\",\"key\":\"%s\"}".formatted(number, key);
    }

    static String number(String number) {
        return "{\"phone_number\":\"%s\"}".formatted(number);
    }

    static ValidatableResponse problem(int status, String type, Response response) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", is("urn:vouchline:problem:" + type))
                .body("status", is(status));
    }
}
