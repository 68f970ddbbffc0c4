package io.vouchline.risk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.ApiDocument;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Requirement;
import io.vouchline.contract.testing.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RiskFixture.class)
class RiskServiceTest {

    @Test
    void theDocumentsAllowedSampleComesOut() {
        assess("allowed", "+15552345678", "5552345678", 600)
                .body("phone_type.code", is("2"))
                .body("phone_type.description", is("MOBILE"))
                .body("risk.recommendation", is("allow"))
                .body("risk.score", is(82))
                .body("risk.level", is("very low"))
                .body("numbering.phone_number", is("5552345678"))
                .body("numbering.min_length", is(10))
                .body("numbering.max_length", is(10))
                .body("numbering.country_code", is("1"))
                .body("numbering.original.complete_phone_number", is("15552345678"))
                .body("numbering.cleansing.call.cleansed_code", is(101))
                .body("blocked", is(false));
    }

    @Test
    void theDocumentsBlockedSampleComesOut() {
        assess("blocked", "+15552345678", "5552345678", 600)
                .body("risk.recommendation", is("block"))
                .body("risk.score", is(820))
                .body("risk.level", is("very high"))
                .body("blocked", is(true));
    }

    @Test
    void aScoreEqualToTheThresholdIsStillCalled() {
        assess("allowed", "+15552345678", "5552345678", 82).body("blocked", is(false));
        assess("allowed", "+15552345678", "5552345678", 81).body("blocked", is(true));
    }

    @ParameterizedTest
    @CsvSource({
        "+442079460000, 1, FIXED_LINE, false, 100",
        "+46706170786,  2, MOBILE, false, 100",
        "+16502530000,  2, MOBILE, false, 100",
        "+18002530000,  4, TOLL_FREE, true, 100",
        "+19002530000,  9, RESTRICTED_PREMIUM, true, 102",
        "+449098790000, 9, RESTRICTED_PREMIUM, true, 102",
        "+445612345678, 5, VOIP, true, 100",
        "+15552345678,  8, INVALID, true, 103",
    })
    void realTypesDecide(
            String number, String code, String description, boolean blocked, int cleansedCode) {
        assess("anybody", number, number, 600)
                .body("phone_type.code", is(code))
                .body("phone_type.description", is(description))
                .body("numbering.cleansing.call.cleansed_code", is(cleansedCode))
                .body("blocked", is(blocked));
    }

    @ParameterizedTest
    @CsvSource({"+46706170786, 6, 12", "+442079460000, 7, 10", "+16502530000, 10, 10"})
    void lengthsAreThoseOfTheCountryWithoutItsCode(String number, int shortest, int longest) {
        assess("anybody", number, number, 600)
                .body("numbering.min_length", is(shortest))
                .body("numbering.max_length", is(longest));
    }

    @Test
    @Requirement(36)
    void badInputIsAProblemDocumentThatRepeatsNothing() {
        problem(400, authorized().body("{\"number\":\"12345678\"}").post("/v1/assessments"))
                .body("detail", not(containsString("12345678")));
        problem(400, authorized().body("{").post("/v1/assessments"));
        problem(400, authorized().body("{}").post("/v1/assessments"));
        problem(400, authorized().body(request("+46706170786", "x", 1001)).post("/v1/assessments"));
        problem(400, authorized().body("{\"unknown\":1}").post("/v1/assessments"));
        problem(404, authorized().get("/nothing"));
        problem(405, authorized().get("/v1/assessments"));
        problem(415, authorized().contentType("text/plain").body("x").post("/v1/assessments"));
        problem(413, authorized().body("x".repeat(70_000)).post("/v1/assessments"));
    }

    @Test
    @Requirement(35)
    void aMissingOrForeignTokenIsRefused() {
        String body = request("+46706170786", "46706170786", 600);
        problem(401, given().contentType(ContentType.JSON).body(body).post("/v1/assessments"));
        problem(
                401,
                given().contentType(ContentType.JSON)
                        .auth()
                        .oauth2(Tokens.token(Audience.OTP, "bank", "c", Scope.NUMBERS_ASSESS))
                        .body(body)
                        .post("/v1/assessments"));
        problem(
                403,
                given().contentType(ContentType.JSON)
                        .auth()
                        .oauth2(Tokens.token(Audience.RISK, "bank", "c", Scope.PASSCODES_CHECK))
                        .body(body)
                        .post("/v1/assessments"));
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

    private static ValidatableResponse assess(
            String client, String number, String original, int threshold) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.token(Audience.RISK, "bank", client, Scope.NUMBERS_ASSESS))
                .body(request(number, original, threshold))
                .post("/v1/assessments")
                .then()
                .statusCode(200);
    }

    private static String request(String number, String original, int threshold) {
        return """
        {"id":"%s","number":"%s","original":"%s","region":"US",
         "policy":{"threshold":%d,"scale":"INTELLIGENCE_2_0","expected_regions":[],"shadow":false},
         "circumstances":{"sending":true}}
        """
                .formatted(UUID.randomUUID(), number, original, threshold);
    }

    private static ValidatableResponse problem(int status, Response response) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status));
    }

    private static RequestSpecification authorized() {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.token(Audience.RISK, "bank", "c", Scope.NUMBERS_ASSESS));
    }
}
