package io.vouchline.local;

import static io.vouchline.local.FleetUnderTest.arrived;
import static io.vouchline.local.FleetUnderTest.credentials;
import static io.vouchline.local.FleetUnderTest.fleet;
import static io.vouchline.local.FleetUnderTest.messages;
import static io.vouchline.local.FleetUnderTest.wrong;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.telesign.PhoneIdClient;
import com.telesign.RestClient;
import com.telesign.RestClient.TelesignResponse;
import com.telesign.ScoreClient;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Telesign's own client for Java against the fleet: what it sends is signed by its own code, and
 * what it is answered it reads itself.
 */
@ExtendWith(FleetUnderTest.class)
class FleetTelesignIT {

    private static final String SAMPLE =
            """
            phone_number=5552345678
            &language=en-US
            &template=Your code is $$CODE$$""";

    @Test
    void aNumberIsCalledAndItsCodeIsGoodOnce() throws Exception {
        Instant before = Instant.now();
        JsonObject called =
                answered(
                        200,
                        client().post(
                                        "/v1/verify/call",
                                        Map.of(
                                                "phone_number", "12125550141",
                                                "language", "en-US",
                                                "template", "Your code is $$CODE$$")));
        assertEquals(103, status(called));
        assertEquals("call", called.get("sub_resource").getAsString());
        assertTrue(called.has("phone_type") && called.has("risk") && called.has("numbering"));
        String path = "/v1/verify/" + called.get("reference_id").getAsString();
        String code = Objects.requireNonNull(arrived("+12125550141", before).code());

        assertEquals("UNKNOWN", codeState(client().get(path, Map.of())));
        assertEquals("INVALID", codeState(client().get(path, Map.of("verify_code", wrong(code)))));
        assertEquals("VALID", codeState(client().get(path, Map.of("verify_code", code))));
        assertFalse(
                "VALID".equals(codeState(client().get(path, Map.of("verify_code", code)))),
                "a code is good once");
    }

    @Test
    void aCodeGoesOutByTextMessage() throws Exception {
        Instant before = Instant.now();
        JsonObject sent =
                answered(
                        200,
                        client().post("/v1/verify/sms", Map.of("phone_number", "12125550142")));
        assertEquals("sms", sent.get("sub_resource").getAsString());
        assertEquals(290, status(sent));
        String code = Objects.requireNonNull(arrived("+12125550142", before).code());
        String path = "/v1/verify/" + sent.get("reference_id").getAsString();
        assertEquals("VALID", codeState(client().get(path, Map.of("verify_code", code))));
    }

    @Test
    void aPlatformThatMadeTheCodeItselfTellsThatItWasRight() throws Exception {
        Instant before = Instant.now();
        JsonObject called =
                answered(
                        200,
                        client().post(
                                        "/v1/verify/call",
                                        Map.of(
                                                "phone_number", "12125550143",
                                                "tts_message", "Kod: $$CODE$$",
                                                "language", "pl-PL",
                                                "verify_code", "57244")));
        assertEquals("57244", arrived("+12125550143", before).code());
        JsonObject completed =
                answered(
                        200,
                        client().put(
                                        "/v1/verify/completion/"
                                                + called.get("reference_id").getAsString(),
                                        Map.of()));
        assertEquals(1900, status(completed));
    }

    @Test
    void aBlockedCallIsBlockedForEverAndNothingIsSent() throws Exception {
        Instant before = Instant.now();
        RestClient blocked =
                new RestClient(
                        credentials().blockedCustomerId(),
                        credentials().blockedCustomerKey(),
                        fleet().gatewayUrl());
        JsonObject called =
                answered(
                        200,
                        blocked.post("/v1/verify/call", Map.of("phone_number", "15552345678")));
        assertEquals(233, status(called));
        assertEquals(820, called.getAsJsonObject("risk").get("score").getAsInt());
        String path = "/v1/verify/" + called.get("reference_id").getAsString();
        JsonObject later = answered(200, blocked.get(path, Map.of("verify_code", "12345")));
        assertEquals(233, status(later));
        assertEquals("UNKNOWN", later.getAsJsonObject("verify").get("code_state").getAsString());
        assertEquals(404, client().get(path, Map.of()).statusCode, "it is another client's");
        assertEquals(
                List.of(),
                messages("+15552345678", before).stream()
                        .filter(message -> message.text().contains("blocked"))
                        .toList());
    }

    @Test
    void aWrongKeyIsToldWithTheStringThatShouldHaveBeenSigned() throws Exception {
        String wrong =
                Base64.getEncoder().encodeToString("not the key of it at all".getBytes(UTF_8));
        RestClient stranger =
                new RestClient(credentials().customerId(), wrong, fleet().gatewayUrl());
        JsonObject refused =
                answered(
                        401,
                        stranger.post("/v1/verify/call", Map.of("phone_number", "12125550144")));
        JsonObject error = refused.getAsJsonArray("errors").get(0).getAsJsonObject();
        assertEquals(-30006, error.get("code").getAsInt());
        assertTrue(
                refused.get("signature_string").getAsString().endsWith("/v1/verify/call"),
                refused::toString);
    }

    @Test
    void whatIsKnownOfANumberIsToldWithoutCallingIt() throws Exception {
        PhoneIdClient phoneId =
                new PhoneIdClient(
                        credentials().customerId(),
                        credentials().customerKey(),
                        fleet().gatewayUrl());
        JsonObject known = answered(200, phoneId.phoneid("12125550145", new HashMap<>()));
        assertEquals(300, status(known));
        assertEquals("1", known.getAsJsonObject("numbering").get("country_code").getAsString());
        ScoreClient score =
                new ScoreClient(
                        credentials().customerId(),
                        credentials().customerKey(),
                        fleet().gatewayUrl());
        String recommendation = "";
        // A look that comes too late is told as one without memory: the next one is in time.
        for (int i = 0; i < 5 && !recommendation.equals("allow"); i++) {
            JsonObject scored =
                    answered(
                            200,
                            score.score(
                                    "12125550145",
                                    "create", // It adds to what it is given.
                                    new HashMap<>(Map.of("originating_ip", "203.0.113.9"))));
            recommendation = scored.getAsJsonObject("risk").get("recommendation").getAsString();
        }
        assertEquals("allow", recommendation);
    }

    @Test
    void aClientThatSendsBasicIsServedToo() throws IOException {
        Request request =
                new Request.Builder()
                        .url(fleet().gatewayUrl() + "/v1/verify/call")
                        .header(
                                "Authorization",
                                Credentials.basic(
                                        credentials().customerId(), credentials().customerKey()))
                        .post(new FormBody.Builder().add("phone_number", "12125550146").build())
                        .build();
        OkHttpClient http = new OkHttpClient();
        try (Response response = http.newCall(request).execute()) {
            JsonObject called =
                    JsonParser.parseString(Objects.requireNonNull(response.body()).string())
                            .getAsJsonObject();
            assertEquals(103, status(called));
        }
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /** Byte for byte, with the line breaks of the document and its unusual credential. */
    @Test
    void theDocumentsLiteralSampleIsAnswered() throws IOException {
        URI gateway = URI.create(fleet().gatewayUrl());
        byte[] body = SAMPLE.getBytes(US_ASCII);
        String head =
                """
                POST /v1/verify/call HTTP/1.1\r
                Authorization: Basic %s:%s\r
                Content-Type: application/x-www-form-urlencoded; charset=utf-8\r
                Host: rest-ww.telesign.com\r
                Content-Length: %d\r
                Connection: close\r
                \r
                """
                        .formatted(
                                credentials().customerId(),
                                credentials().customerKey(),
                                body.length);
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            socket.getOutputStream().write(body);
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            JsonObject called =
                    JsonParser.parseString(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                            .getAsJsonObject();
            assertEquals(103, status(called));
            assertEquals(
                    JsonParser.parseString(
                            """
                            {"recommendation":"allow","score":82,"level":"very low"}"""),
                    called.get("risk"));
        }
    }

    private static RestClient client() {
        return new RestClient(
                credentials().customerId(), credentials().customerKey(), fleet().gatewayUrl());
    }

    private static JsonObject answered(int status, TelesignResponse response) {
        assertEquals(status, response.statusCode, response.body);
        return response.json;
    }

    private static int status(JsonObject answer) {
        return answer.getAsJsonObject("status").get("code").getAsInt();
    }

    private static String codeState(TelesignResponse response) {
        return answered(200, response).getAsJsonObject("verify").get("code_state").getAsString();
    }
}
