package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vouchline.gateway.docs.Replay;
import io.vouchline.gateway.docs.Replay.Sender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short calls over each voice platform. The calling number is withheld: no service is asked. */
@QuarkusTest
@TestProfile(AccessFixture.Guarded.class)
class VoiceServiceTest {

    private static final String QUERY =
            "auth_level_req=1&account_auth_enabled=true&card_auth_enabled=false&language=en-US";
    private static final String AGENT = "&agent=%2B16502530088";

    // Twilio

    @Test
    void aCallIsAskedAndACallerWhoWantsAPersonIsPutThrough() {
        String call = call();
        String first = twiml(send(QUERY + AGENT, call));
        assertTrue(first.contains("<Gather input=\"dtmf speech\""), first);
        String query = nextQuery(first);
        String transfer =
                twiml(
                        request(query, call)
                                .with("SpeechResult", "I want to talk to an agent")
                                .with("Confidence", "0.9")
                                .send());
        assertTrue(transfer.contains("<Dial>+16502530088</Dial>"), transfer);
    }

    @Test
    void theSameWebhookAgainIsTheSameTurnAndCountsOnce() {
        String call = call();
        String query = nextQuery(twiml(send(QUERY, call)));
        String silence = twiml(request(query, call).with("Digits", "").send());
        for (int i = 0; i < 4; i++) {
            assertEquals(silence, twiml(request(query, call).with("Digits", "").send()));
        }
        // Of the silences only the third in a row would have ended it.
        assertTrue(silence.contains("<Gather"), silence);
        String second = twiml(request(nextQuery(silence), call).with("Digits", "").send());
        assertTrue(second.contains("<Gather"), second);
        String third = twiml(request(nextQuery(second), call).with("Digits", "").send());
        assertTrue(third.contains("<Hangup"), third);
    }

    @Test
    void aCallThatIsOverEndsItsSessionAndACallWithoutOneIsNoFailure() {
        String call = call();
        String query = nextQuery(twiml(send(QUERY, call)));
        String nothing = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>";
        assertEquals(nothing, twiml(request(QUERY, call).with("CallStatus", "completed").send()));
        assertTrue(twiml(request(query, call).with("Digits", "1").send()).contains("<Hangup"));
        assertEquals(nothing, twiml(request("", call()).with("CallStatus", "failed").send()));
    }

    @Test
    void anAddressThatLacksAParameterIsToldInTwiml() {
        Response refused = send(QUERY.replace("auth_level_req=1&", ""), call());
        assertEquals(400, refused.statusCode());
        assertTrue(refused.asString().contains("<!--auth_level_req is missing.-->"));
        Response unknown = send(QUERY + "&nonsense=1", call());
        assertEquals(400, unknown.statusCode());
        assertTrue(unknown.asString().contains("<!--nonsense is not a parameter.-->"));
    }

    @Test
    void aTurnOfNoSessionIsNotFound() {
        assertEquals(404, send(QUERY + "&turn=3f9a1c22-1", call()).statusCode());
    }

    // Amazon Connect and Genesys Cloud

    @ParameterizedTest
    @ValueSource(strings = {"connect", "genesys"})
    void aFlowIsAskedAndTold(String platform) {
        String contact = UUID.randomUUID().toString();
        ValidatableResponse first =
                flat(
                        platform,
                        contact,
                        "\"auth_level_req\":\"1\",\"account_auth_enabled\":\"true\",\"card_auth_enabled\":\"false\"");
        String turn =
                first.body("state", is("ask"))
                        .body("expect_kind", is("yesno"))
                        .body("expect_sensitive", is("false"))
                        .body("session_id", not(is("")))
                        .body("turn_id", matchesPattern("[0-9a-f]{8}-1"))
                        .extract()
                        .path("turn_id");
        for (int i = 0; i < 2; i++) {
            flat(platform, contact, "\"turn_id\":\"" + turn + "\",\"kind\":\"agent\"")
                    .body("state", is("transfer"))
                    .body("transfer_reason", is("agent"))
                    .body("turn_id", is(""))
                    .body("auth_level", is(""));
        }
    }

    @Test
    void whatADataActionSendsInChunksIsRead() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:" + RestAssured.port + "/genesys/voice"))
                        .header("X-API-Key", AccessFixture.FLAT_KEY)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.fromPublisher(
                                        BodyPublishers.ofString(
                                                "{\"conversation_id\":\"a\",\"kind\":\"hangup\"}")))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertEquals(200, http.send(request, BodyHandlers.ofString()).statusCode());
        }
    }

    // The published document

    static List<String> examples() {
        return Replay.examples("voice");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void platformsAreAnsweredAsTheirDocumentSays(String example) throws Exception {
        new Replay("voice", VoiceServiceTest::credential, Map.of()).check(example);
    }

    private static Map<String, String> credential(
            Sender sender, String target, Map<String, String> form) {
        if (!sender.who().isEmpty()) {
            return Map.of();
        }
        return form.isEmpty()
                ? Map.of("X-API-Key", AccessFixture.FLAT_KEY)
                : Map.of(
                        "X-Twilio-Signature",
                        TwilioRequest.signature(AccessFixture.TWILIO_TOKEN, target, form));
    }

    private static ValidatableResponse flat(String platform, String contact, String parameters) {
        String body =
                platform.equals("connect")
                        ? "{\"Details\":{\"ContactData\":{\"ContactId\":\"%s\"},\"Parameters\":{%s}}}"
                        : "{\"conversation_id\":\"%s\",%s}";
        return given().header("X-API-Key", AccessFixture.FLAT_KEY)
                .contentType("application/json")
                .body(body.formatted(contact, parameters))
                .post("/" + platform + "/voice")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("$", aMapWithSize(18));
    }

    private static Response send(String query, String call) {
        return request(query, call).send();
    }

    private static TwilioRequest request(String query, String call) {
        return TwilioRequest.of(
                        AccessFixture.TWILIO_ACCOUNT, AccessFixture.TWILIO_TOKEN, query, call)
                .with("From", "anonymous");
    }

    private static String twiml(Response response) {
        assertEquals(200, response.statusCode(), response.asString());
        assertTrue(response.contentType().startsWith("application/xml"), response.contentType());
        return response.asString();
    }

    private static String nextQuery(String twiml) {
        String start = "action=\"" + TwilioRequest.PUBLIC_URL + TwilioRequest.PATH + "?";
        int from = twiml.indexOf(start) + start.length();
        assertTrue(from >= start.length(), twiml);
        return twiml.substring(from, twiml.indexOf('"', from)).replace("&amp;", "&");
    }

    private static String call() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }
}
