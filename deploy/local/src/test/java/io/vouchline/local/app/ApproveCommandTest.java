package io.vouchline.local.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vouchline.local.FleetSettings;
import io.vouchline.local.key.KeyFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproveCommandTest {

    private static final String REFERENCE = "0123456789ABCDEF0123456789ABCDEF";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir private Path project;
    private FleetSettings settings;
    private KeyFolder keys;
    private HttpServer gateway;
    private int status = 204;
    private String path = "";
    private String body = "";
    private boolean isSigned;

    @BeforeEach
    void start() throws IOException {
        settings = FleetSettings.apart(project, project.resolve("files"));
        keys = KeyFolder.open(Files.createDirectories(settings.state().resolve("keys")));
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", this::take);
        gateway.start();
        Files.writeString(settings.environment(), "VOUCHLINE_GATEWAY_URL=" + url() + "\n");
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            path = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            isSigned =
                    new WebhookSignature(Files.readString(keys.appAnswersSecret()))
                            .isGood(
                                    headers.getFirst("webhook-id"),
                                    headers.getFirst("webhook-timestamp"),
                                    body,
                                    headers.getFirst("webhook-signature"),
                                    Instant.now());
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Test
    void theMatchIsHandedOverWithTheAppsSignature() {
        assertEquals(0, run(REFERENCE, "07"));

        assertEquals("POST /push", path);
        assertEquals(
                "{\"reference\":\"%s\",\"approved\":true,\"match\":\"07\"}".formatted(REFERENCE),
                body);
        assertTrue(isSigned);
        assertEquals(
                "The gateway has taken the answer; GET %s/pushes/%s tells whether it counted.\n"
                        .formatted(url(), REFERENCE),
                out.toString(UTF_8));
    }

    @Test
    void aDenialIsHandedOverWithoutAMatch() {
        assertEquals(0, run(REFERENCE, "--deny"));

        assertEquals("{\"reference\":\"%s\",\"approved\":false}".formatted(REFERENCE), body);
        assertTrue(isSigned);
    }

    @Test
    void aRefusedAnswerIsTold() {
        status = 503;

        assertEquals(3, run(REFERENCE, "07"));

        assertEquals(
                "vouchline failed: The gateway has not taken the answer (it answered 503): the lines of gateway and otp-service in the fleet's log tell more.\n",
                errors.toString(UTF_8));
    }

    @Test
    void aGatewayThatIsAwayIsTold() {
        gateway.stop(0);

        assertEquals(3, run(REFERENCE, "07"));

        assertEquals(
                "vouchline failed: The gateway does not answer on %s (nobody listens there): see whether the fleet still runs, and start it with deploy/local/up if not.\n"
                        .formatted(url()),
                errors.toString(UTF_8));
    }

    @Test
    void aFleetIsNeeded() throws IOException {
        Files.delete(settings.environment());

        assertEquals(3, run(REFERENCE, "07"));

        assertTrue(
                errors.toString(UTF_8).startsWith("vouchline failed: No fleet is ready here ("),
                errors.toString(UTF_8));
    }

    @Test
    void aWrongCommandIsAnsweredWithItsUsage() {
        assertEquals(2, run(REFERENCE));

        assertEquals(
                """
                vouchline: MATCH is missing: give the two digits that the caller was told, or --deny
                usage: deploy/local/approve REFERENCE MATCH
                       deploy/local/approve REFERENCE --deny
                """,
                errors.toString(UTF_8));
    }

    private String url() {
        return "http://127.0.0.1:" + gateway.getAddress().getPort();
    }

    private int run(String... arguments) {
        return new ApproveCommand(
                        settings,
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(errors, true, UTF_8))
                .run(List.of(arguments));
    }
}
