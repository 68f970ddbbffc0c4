package io.vouchline.local.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.local.carrier.Channel;
import io.vouchline.local.carrier.Outbox;
import io.vouchline.local.carrier.OutboxMessage;
import io.vouchline.local.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppReceiverTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final WebhookSignature SIGNATURE =
            new WebhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final String EVENT =
            """
            {"type":"verification.approval","timestamp":"2026-11-22T10:15:30.000Z",
             "data":{"message_id":"0A1B-1","reference":"0A1B","to":"+16502530000","text":"Is it you?"}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir private Path folder;
    private Outbox outbox;
    private AppReceiver app;

    @BeforeEach
    void start() {
        PrintStream out = new PrintStream(printed, true, UTF_8);
        outbox = Outbox.in(folder.resolve("outbox.jsonl"), CLOCK);
        app = AppReceiver.start(SIGNATURE, outbox, CLOCK, new Terminal(out, out));
    }

    @AfterEach
    void stop() {
        app.close();
        http.close();
    }

    @Test
    void anApprovalLandsInTheOutboxWithItsReference() throws Exception {
        assertEquals(204, post("0A1B-1", EVENT));

        assertEquals(
                List.of(
                        new OutboxMessage(
                                "+16502530000", Channel.PUSH, "Is it you?", null, NOW, "0A1B")),
                outbox.messages());
        assertEquals("", printed.toString(UTF_8));
    }

    @Test
    void anEventThatIsSentAgainIsAskedOnce() throws Exception {
        assertEquals(204, post("0A1B-1", EVENT));
        assertEquals(204, post("0A1B-1", EVENT));
        assertEquals(204, post("0A1C-1", EVENT.replace("0A1B", "0A1C")));

        assertEquals(2, outbox.messages().size());
    }

    @Test
    void anApprovalWithoutATextIsAskedWithTheAppsOwn() throws Exception {
        assertEquals(204, post("0A1B-1", EVENT.replace(",\"text\":\"Is it you?\"", "")));

        assertEquals("Approve?", outbox.messages().getFirst().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "no JSON",
                "{\"type\":\"verification.message\",\"data\":{\"to\":\"+1\",\"reference\":\"A\"}}",
                "{\"type\":\"verification.approval\",\"data\":{\"to\":\"+1\"}}",
            })
    void anythingElseIsRefused(String body) throws Exception {
        assertEquals(400, post("0A1B-1", body));

        assertEquals(List.of(), outbox.messages());
        assertTrue(printed.toString(UTF_8).contains("an event was refused with 400"));
    }

    @Test
    void whatNobodySignedIsRefused() throws Exception {
        assertEquals(401, post("0A1B-1", EVENT, "v1,AAAA"));
        assertEquals(401, post("0A1B-1", EVENT, SIGNATURE.of("0A1B-1", NOW, EVENT + " ")));
        HttpRequest bare =
                HttpRequest.newBuilder(URI.create(app.url()))
                        .POST(BodyPublishers.ofString(EVENT))
                        .build();
        assertEquals(401, http.send(bare, BodyHandlers.discarding()).statusCode());

        assertEquals(List.of(), outbox.messages());
    }

    private int post(String id, String body) throws Exception {
        return post(id, body, SIGNATURE.of(id, NOW, body));
    }

    private int post(String id, String body, String signature) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(app.url()))
                        .header("webhook-id", id)
                        .header("webhook-timestamp", String.valueOf(NOW.getEpochSecond()))
                        .header("webhook-signature", signature)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
