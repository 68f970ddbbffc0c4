package io.vouchline.risk;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.testing.Tokens;
import java.util.UUID;

/** What the gateway asks of the service. */
public final class RiskCalls {

    private RiskCalls() {}

    /** With a token of this tenant for this right. */
    public static RequestSpecification authorized(String tenant, String scope) {
        return given().contentType(ContentType.JSON)
                .auth()
                .oauth2(Tokens.token(Audience.RISK, tenant, "client", scope));
    }

    /** A request of its own, for a code to be sent. */
    public static String request(String number) {
        return request(UUID.randomUUID().toString(), number, 600, "INTELLIGENCE_2_0", false);
    }

    /** A request as it goes over the wire. */
    public static String request(
            String id, String number, int threshold, String scale, boolean shadow) {
        return """
        {"id":"%s","number":"%s","original":"%s","region":"US",
         "policy":{"threshold":%d,"scale":"%s","expected_regions":["GB"],"shadow":%s},
         "circumstances":{"sending":true}}
        """
                .formatted(id, number, number, threshold, scale, shadow);
    }

    /** What became of a number. */
    public static ValidatableResponse tell(
            String tenant, String scope, String id, String number, String outcome) {
        return authorized(tenant, scope)
                .body(
                        "{\"id\":\"%s\",\"number\":\"%s\",\"outcome\":\"%s\"}"
                                .formatted(id, number, outcome))
                .post("/v1/feedback")
                .then();
    }
}
