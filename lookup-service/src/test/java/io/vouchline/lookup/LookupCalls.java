package io.vouchline.lookup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Tokens;

/** The service's doors, as the tests knock at them. */
final class LookupCalls {

    static final String NDJSON = "application/x-ndjson";

    private LookupCalls() {}

    /** A request with JSON on behalf of a tenant. */
    static RequestSpecification as(String tenant, String... scopes) {
        return with(Tokens.token(Audience.LOOKUP, tenant, "demo", scopes));
    }

    /** A request with JSON and this token. */
    static RequestSpecification with(String token) {
        return given().contentType(ContentType.JSON).auth().oauth2(token);
    }

    /** A question about a caller that is answered. */
    static ValidatableResponse ask(String tenant, String question, String body) {
        return as(tenant, Scope.CUSTOMERS_READ)
                .body(body)
                .post("/v1/" + question)
                .then()
                .statusCode(200);
    }

    /** A question by number that is answered. */
    static ValidatableResponse askByNumber(String tenant, String question, String number) {
        return ask(tenant, question, "{\"number\":\"" + number + "\"}");
    }

    /** A load of JSON lines that is answered. */
    static ValidatableResponse load(String tenant, String lines) {
        return loading(tenant, NDJSON).body(lines).post("/v1/customers:import").then();
    }

    /** A load that is still to be sent. */
    static RequestSpecification loading(String tenant, String type) {
        return given().urlEncodingEnabled(false)
                .contentType(type)
                .config(
                        RestAssured.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .defaultContentCharset("UTF-8")
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)
                                                .encodeContentTypeAs(NDJSON, ContentType.TEXT)))
                .auth()
                .oauth2(Tokens.token(Audience.LOOKUP, tenant, "operator", Scope.CUSTOMERS_IMPORT));
    }

    /** A line of a customer with a phone. */
    static String customer(String id, String phone) {
        return """
               {"id":"%s","name":"Name of %s","phones":[{"number":"%s","verified":true}]}
               """
                .formatted(id, id, phone);
    }

    static ValidatableResponse problem(int status, Response response) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status))
                .body("type", containsString("urn:vouchline:problem:"));
    }
}
