package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vouchline.gateway.Upstreams.Mode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What requests about sessions are recorded to have come to. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class SessionDecisionTest {

    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
    }

    @Test
    void eachRequestIsRecordedWithItsOperationNumberOutcomeReasonAndSession() {
        String id =
                given().spec(client())
                        .body(
                                """
                                {"external_id":"%s","platform":"twilio","ani":"+16502530000",
                                 "parameters":{"auth_level_req":1,"account_auth_enabled":true,
                                 "card_auth_enabled":false}}"""
                                        .formatted(UUID.randomUUID()))
                        .post("/sessions")
                        .path("session_id");
        assertEquals("begin_session +16502530000 TOLD - " + id, ToldDecisions.last());
        given().spec(client()).get("/sessions/" + id).then().statusCode(200);
        assertEquals("read_session +16502530000 TOLD - " + id, ToldDecisions.last());
        given().spec(client())
                .body("{\"turn_id\":\"1\",\"kind\":\"agent\"}")
                .post("/sessions/" + id + "/turns")
                .then()
                .statusCode(200);
        assertEquals("take_turn +16502530000 NOT_VERIFIED agent " + id, ToldDecisions.last());
    }

    private static RequestSpecification client() {
        return given().header("X-API-Key", GatewayFixture.CONSOLE_KEY)
                .contentType(ContentType.JSON);
    }
}
