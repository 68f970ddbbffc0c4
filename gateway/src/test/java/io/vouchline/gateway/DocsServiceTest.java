package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.testing.Ports;
import io.vouchline.gateway.Upstreams.Mode;
import io.vouchline.gateway.docs.PublishedOperations;
import io.vouchline.gateway.docs.Replay;
import io.vouchline.gateway.docs.Replay.Sender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published of the API is what the gateway does, and anybody can read it. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class DocsServiceTest {

    private static final String NOBODY = "nobody";

    private static final Map<String, Runnable> CIRCUMSTANCES =
            Map.of(
                    "no service behind answers",
                    () -> Upstreams.are(Mode.BROKEN),
                    "risk-service does not answer",
                    () -> Upstreams.are(Mode.RISK_BROKEN),
                    "the number has had its messages",
                    () -> Upstreams.areLimited("77"),
                    "the call was answered",
                    () -> Upstreams.stands("UNKNOWN", "VOICE", "ANSWERED"),
                    "the code is right",
                    () -> {
                        Upstreams.stands("UNKNOWN", "VOICE", "ANSWERED");
                        Upstreams.find("VALID");
                    });

    @BeforeEach
    @AfterEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
        Upstreams.find("");
        Upstreams.stands("UNKNOWN", "VOICE", "SENT");
    }

    // Examples

    static List<String> examplesOfDialogflow() {
        return Replay.examples("dialogflow");
    }

    @ParameterizedTest
    @MethodSource("examplesOfDialogflow")
    void dialogflowIsAnsweredAsItsDocumentSays(String example) throws Exception {
        new Replay("dialogflow", DocsServiceTest::agent, CIRCUMSTANCES).check(example);
    }

    private static Map<String, String> agent(Sender sender) {
        return switch (sender.who()) {
            case "" -> Map.of("X-API-Key", GatewayFixture.KEY);
            case "a client in document mode" -> Map.of("X-API-Key", GatewayFixture.DOCUMENT_KEY);
            case NOBODY -> Map.of();
            default -> throw new IllegalArgumentException(sender.who());
        };
    }

    static List<String> examplesOfTelesign() {
        return Replay.examples("telesign");
    }

    @ParameterizedTest
    @MethodSource("examplesOfTelesign")
    void telesignsClientsAreAnsweredAsTheirDocumentSays(String example) throws Exception {
        new Replay("telesign", DocsServiceTest::customer, CIRCUMSTANCES).check(example);
    }

    private static Map<String, String> customer(Sender sender) {
        String credential = GatewayFixture.CUSTOMER_ID + ":" + GatewayFixture.CUSTOMER_KEY;
        return sender.who().equals(NOBODY)
                ? Map.of()
                : Map.of(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(
                                                credential.getBytes(StandardCharsets.UTF_8)));
    }

    // Completeness

    @Test
    void everyOperationOfTheGatewayIsPublishedOnceAndNoOther() throws IOException {
        String generated =
                given().get(Ports.management("/openapi"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertEquals("", PublishedOperations.differences(generated));
    }

    // The page

    @Test
    void thePageListsTheDocuments() {
        ValidatableResponse page = page("/docs");
        for (String path : List.of("dialogflow", "telavox", "telesign", "vouchline", "voice")) {
            page.body(containsString("href=\"/docs/" + path + "\""))
                    .body(containsString("href=\"/docs/" + path + ".yaml\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dialogflow", "telavox", "telesign", "vouchline", "voice"})
    void eachDocumentIsShownAndServed(String name) {
        page("/docs/" + name).body(containsString("href=\"/docs/" + name + ".yaml\""));
        strict(given().get("/docs/" + name + ".yaml").then(), "application/yaml")
                .body(containsString("openapi: 3.1.0"));
    }

    @Test
    void nothingOnAPageComesFromElsewhereOrRuns() {
        page("/docs/vouchline")
                .body(not(containsString("<script")))
                .body(containsString("href=\"/docs/style.css\""));
        strict(given().get("/docs/style.css").then(), "text/css");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/nothing", "/docs/nothing.yaml", "/docs/style", "/docs/..%2Fx"})
    void whatIsNoDocumentIsNotFound(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    private static ValidatableResponse page(String path) {
        return strict(given().get(path).then(), "text/html").body(containsString("<h1>"));
    }

    private static ValidatableResponse strict(ValidatableResponse response, String type) {
        return response.statusCode(200)
                .header("Content-Type", equalTo(type + ";charset=UTF-8"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "public, max-age=300");
    }
}
