package io.vouchline.local.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vouchline.local.report.Terminal;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierTest {

    private static final Account ACCOUNT = new Account(Account.DEMO_SID, "a-token");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
    private static final Map<String, String> NUMBERS =
            Map.of("To", "+16502530000", "From", Account.DEMO_NUMBER);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir private Path folder;
    private Outbox outbox;
    private Carrier carrier;

    @BeforeEach
    void start() {
        PrintStream out = new PrintStream(printed, true, UTF_8);
        outbox = Outbox.in(folder.resolve("outbox.jsonl"), Clock.fixed(NOW, ZoneOffset.UTC));
        carrier = Carrier.start(ACCOUNT, outbox, http, Duration.ZERO, new Terminal(out, out));
    }

    @AfterEach
    void stop() {
        carrier.close();
        http.close();
    }

    @Test
    void thePlainTextOfAMailLandsInTheOutbox() throws Exception {
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(
                part("Grüße! Your code is 271828.\n", "text/plain; charset=utf-8", "base64"));
        parts.addBodyPart(part("<b>Your code is 271828</b>", "text/html; charset=utf-8", "7bit"));

        send(parts);

        assertEquals(
                List.of(
                        new OutboxMessage(
                                "jane.doe@example.com",
                                Channel.EMAIL,
                                "Grüße! Your code is 271828.",
                                "271828",
                                NOW)),
                outbox.messages());
    }

    private static MimeBodyPart part(String text, String type, String encoding) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(text, type);
        part.setHeader("Content-Transfer-Encoding", encoding);
        return part;
    }

    private void send(MimeMultipart parts) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(carrier.mailPort()));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("no-reply@demo-bank.example"));
        mail.setRecipients(Message.RecipientType.TO, "jane.doe@example.com");
        mail.setContent(parts);
        Transport.send(mail);
    }

    @Test
    void aTextMessageLandsInTheOutboxBeforeItsOrderIsAnswered() throws Exception {
        HttpResponse<String> answer = order("Messages", with("Body", "Your code is 12345"));

        assertEquals(201, answer.statusCode());
        assertEquals(
                List.of(
                        new OutboxMessage(
                                "+16502530000", Channel.SMS, "Your code is 12345", "12345", NOW)),
                outbox.messages());
        JsonNode resource = new JsonMapper().readTree(answer.body());
        assertTrue(resource.path("sid").asText().matches("SM[0-9a-f]{32}"));
        assertEquals("queued", resource.path("status").asText());
        assertEquals("+16502530000", resource.path("to").asText());
        assertEquals("Your code is 12345", resource.path("body").asText());
    }

    @Test
    void theDeliveryOfATextMessageIsReportedWithAValidSignature() throws Exception {
        try (Listener fleet = Listener.start("")) {
            var parameters =
                    Map.of("Body", "Hello", "StatusCallback", fleet.url("/carrier/twilio?t=1"));

            String sid = sid(order("Messages", with(parameters)));

            awaitStatuses(fleet, "MessageStatus", "sent", "delivered");
            assertTrue(fleet.posts().stream().allMatch(post -> post.isSignedWith(ACCOUNT.token())));
            assertTrue(
                    fleet.posts().stream().allMatch(post -> post.value("MessageSid").equals(sid)));
        }
    }

    @Test
    void aCallLandsInTheOutboxWithTheCodeThatWasReadOut() throws Exception {
        String script =
                "<Response><Say>Your code is 1, 2, 3, 4, 5. Again: 1, 2, 3, 4, 5.</Say></Response>";

        assertTrue(sid(order("Calls", with("Twiml", script))).startsWith("CA"));

        OutboxMessage message = awaitMessage();
        assertEquals(Channel.VOICE, message.channel());
        assertEquals("12345", message.code());
    }

    @Test
    void aCalleePressesAKeyWhenAskedAndHearsTheRest() throws Exception {
        try (Listener fleet =
                Listener.start("<Response><Say>Your code is 4, 7, 1, 1.</Say></Response>")) {
            String script =
                    "<Response><Gather numDigits=\"1\" action=\"%s\"><Say>Press 1.</Say></Gather></Response>"
                            .formatted(fleet.url("/pressed"));

            order("Calls", with("Twiml", script));

            OutboxMessage message = awaitMessage();
            assertEquals("Press 1. Your code is 4, 7, 1, 1.", message.text());
            assertEquals("4711", message.code());
            assertEquals("1", fleet.posts().getFirst().value("Digits"));
            assertTrue(fleet.posts().getFirst().isSignedWith(ACCOUNT.token()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'To hear it, press 7.', 7",
        "'This is bank 24. To hear it, press 0 now, or 9 to end.', 0",
        "'To hear it, press any key.', 1",
    })
    void aCalleePressesTheKeyThatThePromptNames(String prompt, String key) throws Exception {
        try (Listener fleet = Listener.start("<Response><Say>Thanks.</Say></Response>")) {
            order("Calls", with("Twiml", question(fleet, prompt)));

            assertEquals(prompt + " Thanks.", awaitMessage().text());
            assertEquals(key, fleet.posts().getFirst().value("Digits"));
        }
    }

    @Test
    void aVoicemailPressesNoKeyAndHearsTheCallToItsEnd() throws Exception {
        try (Listener fleet = Listener.start("<Response><Say>Thanks.</Say></Response>")) {
            var parameters =
                    Map.of(
                            "To", "+16502530299",
                            "Twiml", question(fleet, "Press 7."),
                            "StatusCallback", fleet.url("/status"));

            order("Calls", with(parameters));

            awaitStatuses(fleet, "CallStatus", "completed");
            assertEquals("Press 7. Goodbye.", awaitMessage().text());
        }
    }

    private static String question(Listener fleet, String prompt) {
        return "<Response><Gather numDigits=\"1\" action=\"%s\"><Say>%s</Say></Gather><Say>Goodbye.</Say></Response>"
                .formatted(fleet.url("/pressed"), prompt);
    }

    @Test
    void theScriptOfACallMayComeFromAUrl() throws Exception {
        try (Listener fleet =
                Listener.start("<Response><Say>Your code is 2, 4, 6.</Say></Response>")) {
            order("Calls", with("Url", fleet.url("/script")));

            assertEquals("246", awaitMessage().code());
        }
    }

    @Test
    void theProgressOfACallIsReportedAsAskedFor() throws Exception {
        try (Listener fleet = Listener.start("")) {
            var parameters =
                    Map.of(
                            "Twiml", "<Response><Say>Hello</Say></Response>",
                            "StatusCallback", fleet.url("/status"),
                            "StatusCallbackEvent", "initiated ringing answered completed");

            order("Calls", with(parameters));

            awaitStatuses(fleet, "CallStatus", "initiated", "ringing", "in-progress", "completed");
        }
    }

    @Test
    void onlyTheEndOfACallIsReportedUnlessMoreIsAskedFor() throws Exception {
        try (Listener fleet = Listener.start("")) {
            var parameters =
                    Map.of(
                            "Twiml",
                            "<Response><Say>Hello</Say></Response>",
                            "StatusCallback",
                            fleet.url("/status"));

            order("Calls", with(parameters));

            awaitStatuses(fleet, "CallStatus", "completed");
        }
    }

    @Test
    void aCallUnderWayHasEndedWhenTheCarrierHasSettled() throws Exception {
        try (Listener fleet = Listener.start("")) {
            var parameters =
                    Map.of(
                            "Twiml", "<Response><Say>Hello</Say></Response>",
                            "StatusCallback", fleet.url("/status"),
                            "StatusCallbackEvent", "initiated ringing answered completed");
            order("Calls", with(parameters));

            carrier.settle();

            assertEquals("completed", fleet.posts().getLast().value("CallStatus"));
        }
    }

    @Test
    void aCallWithAnUnreadableScriptFailsAndSaysWhy() throws Exception {
        try (Listener fleet = Listener.start("")) {
            var parameters =
                    Map.of("Twiml", "Your code is", "StatusCallback", fleet.url("/status"));

            order("Calls", with(parameters));

            awaitStatuses(fleet, "CallStatus", "failed");
            await().until(() -> printed.toString(UTF_8).contains("the script is not readable"));
        }
    }

    @Test
    void aWrongTokenIsRefused() throws Exception {
        HttpResponse<String> answer = order("Messages", with("Body", "Hello"), "another-token");

        assertEquals(401, answer.statusCode());
        assertEquals(20003, code(answer));
        assertEquals(List.of(), outbox.messages());
    }

    @ParameterizedTest
    @CsvSource({
        "Messages, To=%2B16502530000&From=%2B15005550006, 21602",
        "Messages, Body=Hello&From=%2B15005550006, 21604",
        "Messages, Body=Hello&To=%2B16502530000, 21603",
        "Messages, To=%2B1&From=%2B1&Body=x&StatusCallback=nowhere, 21609",
        "Messages, %zz, 20001",
        "Calls, To=%2B16502530000&From=%2B15005550006, 21205",
        "Calls, Twiml=x&From=%2B15005550006, 21201",
        "Calls, Twiml=x&To=%2B16502530000, 21213",
    })
    void anOrderThatLacksSomethingIsRefusedWithTheCodeOfTheVendor(
            String collection, String body, int code) throws Exception {
        HttpResponse<String> answer = post(collection, body, ACCOUNT.token());

        assertEquals(400, answer.statusCode());
        assertEquals(code, code(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "+16502530099, 201",
        "+16502530100, 400",
        "+16502530199, 400",
        "+16502530200, 201",
        "+165025301000, 201",
    })
    void aNumberThatWantsNoTextMessagesIsRefusedAsByTheVendor(String to, int status)
            throws Exception {
        HttpResponse<String> answer = order("Messages", with(Map.of("To", to, "Body", "Hello")));

        assertEquals(status, answer.statusCode());
        assertEquals(status == 400 ? 21610 : 0, code(answer));
        assertEquals(status == 400 ? 0 : 1, outbox.messages().size());
    }

    @Test
    void anUnknownResourceIsNotFound() throws Exception {
        assertEquals(404, post("Faxes", "", ACCOUNT.token()).statusCode());
    }

    private static Map<String, String> with(String name, String value) {
        return with(Map.of(name, value));
    }

    private static Map<String, String> with(Map<String, String> parameters) {
        var all = new TreeMap<>(NUMBERS);
        all.putAll(parameters);
        return all;
    }

    private HttpResponse<String> order(String collection, Map<String, String> parameters)
            throws Exception {
        return order(collection, parameters, ACCOUNT.token());
    }

    private HttpResponse<String> order(
            String collection, Map<String, String> parameters, String token) throws Exception {
        return post(collection, Form.encode(parameters), token);
    }

    private HttpResponse<String> post(String collection, String body, String token)
            throws Exception {
        String login =
                Base64.getEncoder().encodeToString((ACCOUNT.sid() + ":" + token).getBytes(UTF_8));
        String path = "/2010-04-01/Accounts/%s/%s.json".formatted(ACCOUNT.sid(), collection);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(carrier.phoneUrl() + path))
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String sid(HttpResponse<String> answer) throws Exception {
        return new JsonMapper().readTree(answer.body()).path("sid").asText();
    }

    private static int code(HttpResponse<String> answer) throws Exception {
        return new JsonMapper().readTree(answer.body()).path("code").asInt();
    }

    private OutboxMessage awaitMessage() {
        await().until(() -> outbox.messages().size() == 1);
        return outbox.messages().getFirst();
    }

    private static void awaitStatuses(Listener fleet, String name, String... statuses) {
        await().untilAsserted(
                        () ->
                                assertEquals(
                                        List.of(statuses),
                                        fleet.posts().stream()
                                                .map(post -> post.value(name))
                                                .toList()));
    }
}
