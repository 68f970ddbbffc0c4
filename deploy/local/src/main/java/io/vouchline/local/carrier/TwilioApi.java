package io.vouchline.local.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executors;

/** The phone company's door: the part of Twilio's REST API that sends messages and places calls. */
final class TwilioApi implements AutoCloseable {

    private static final int CREATED = 201;
    private static final int UNAUTHORIZED = 401;
    private static final int UNREADABLE = 20001;
    private static final int BODY_LIMIT = 1 << 16;

    private final Account account;
    private final TextMessages messages;
    private final Calls calls;
    private final HttpServer server;

    private TwilioApi(Account account, TextMessages messages, Calls calls, HttpServer server) {
        this.account = account;
        this.messages = messages;
        this.calls = calls;
        this.server = server;
    }

    /** Opens on a free port of loopback. */
    static TwilioApi start(Account account, TextMessages messages, Calls calls) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        TwilioApi api = new TwilioApi(account, messages, calls, HttpServer.create(address, 0));
        api.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var _ = api.server.createContext("/", api::answer);
        api.server.start();
        return api;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                respond(exchange, CREATED, take(exchange).toString());
            } catch (Refusal refusal) {
                respond(exchange, refusal.status(), refusal.json());
            }
        }
    }

    private ObjectNode take(HttpExchange exchange) throws IOException, Refusal {
        String path = exchange.getRequestURI().getPath();
        String authorization =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse("");
        if (!account.isShownBy(authorization)) {
            throw Refusal.unauthorized();
        }
        boolean isMessage = path.equals(collection("Messages"));
        if (!isMessage && !path.equals(collection("Calls"))) {
            throw Refusal.unknown(path);
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            throw Refusal.wrongMethod();
        }
        Form form = form(exchange);
        return isMessage ? messages.send(form) : calls.place(form);
    }

    private static Form form(HttpExchange exchange) throws IOException, Refusal {
        try {
            return Form.parse(new String(exchange.getRequestBody().readNBytes(BODY_LIMIT), UTF_8));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(UNREADABLE, "The body is not a form");
        }
    }

    private String collection(String name) {
        return "/2010-04-01/Accounts/%s/%s.json".formatted(account.sid(), name);
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (status == UNAUTHORIZED) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        }
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
