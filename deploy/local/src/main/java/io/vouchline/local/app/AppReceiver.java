package io.vouchline.local.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vouchline.local.carrier.Outbox;
import io.vouchline.local.report.StartFailure;
import io.vouchline.local.report.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The institution's app, as far as it is asked for approvals: each goes to the outbox, once, and
 * {@code deploy/local/approve} answers it.
 */
public final class AppReceiver implements AutoCloseable {

    private static final String PATH = "/events";
    private static final String APPROVAL = "verification.approval";
    private static final String USUAL_TEXT = "Approve?";
    private static final int BODY_LIMIT = 1 << 16;
    private static final int TAKEN = 204;
    private static final int NOT_UNDERSTOOD = 400;
    private static final int NOT_SIGNED = 401;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final JsonMapper JSON = new JsonMapper();

    private final WebhookSignature signature;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Terminal terminal;
    private final HttpServer server;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private AppReceiver(
            WebhookSignature signature,
            Outbox outbox,
            InstantSource clock,
            Terminal terminal,
            HttpServer server) {
        this.signature = signature;
        this.outbox = outbox;
        this.clock = clock;
        this.terminal = terminal;
        this.server = server;
    }

    /** Opens on a free port of loopback; what it refuses is told on the terminal. */
    public static AppReceiver start(
            WebhookSignature signature, Outbox outbox, InstantSource clock, Terminal terminal) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            AppReceiver app =
                    new AppReceiver(
                            signature, outbox, clock, terminal, HttpServer.create(address, 0));
            app.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var _ = app.server.createContext("/", app::answer);
            app.server.start();
            return app;
        } catch (IOException e) {
            throw new StartFailure(
                    "The stand-in for the institution's app cannot listen on 127.0.0.1 (%s): allow this user to open ports there."
                            .formatted(StartFailure.reason(e)),
                    e);
        }
    }

    /** Where it takes events. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = take(exchange);
            if (status != TAKEN) {
                terminal.progress("app: an event was refused with %d".formatted(status));
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int take(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return NOT_FOUND;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return WRONG_METHOD;
        }
        String body = new String(exchange.getRequestBody().readNBytes(BODY_LIMIT), UTF_8);
        String id = header(exchange, WebhookSignature.ID);
        boolean isSigned =
                signature.isGood(
                        id,
                        header(exchange, WebhookSignature.TIMESTAMP),
                        body,
                        header(exchange, WebhookSignature.SIGNATURE),
                        clock.instant());
        return isSigned ? take(id, body) : NOT_SIGNED;
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private int take(String id, String body) {
        try {
            JsonNode event = JSON.readTree(body);
            JsonNode data = event.path("data");
            if (!event.path("type").asText().equals(APPROVAL)
                    || !data.path("to").isTextual()
                    || !data.path("reference").isTextual()) {
                return NOT_UNDERSTOOD;
            }
            // An event that is sent again, since its answer was lost, has the same id.
            if (seen.add(id)) {
                outbox.addApproval(
                        data.path("to").asText(),
                        data.path("text").asText(USUAL_TEXT),
                        data.path("reference").asText());
            }
            return TAKEN;
        } catch (JsonProcessingException e) {
            return NOT_UNDERSTOOD;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
