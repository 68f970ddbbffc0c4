package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * lookup-service and otp-service as the doors of our own API and of the callbacks see them. What
 * they answer depends on the number that is asked about; each call is written down in a file that
 * the test reads.
 */
final class Services implements AutoCloseable {

    static final String PERSON = "+16502530000";
    static final String NOBODY = "+16502530001";
    static final String ANOTHER_PERSON = "+16502530002";
    static final String WITHOUT_AUTHENTICATOR = "+16502530003";
    static final String WITHOUT_CONTACT = "+16502530004";
    static final String WITH_FIVE = "+16502530005";
    static final String SHARED_SINCE = "+16502530006";
    static final String LOCKED = "+16502530007";
    static final String LOCKED_NOBODY = "+16502530008";
    static final String FORGOTTEN_ATTEMPT = "+16502530009";
    static final String UNREACHABLE_PHONE = "+16502530010";
    static final String UNCERTAIN = "+16502530011";
    static final String CHANGED_SINCE = "+16502530012";
    static final String FORGOTTEN_AUTHENTICATOR = "+16502530013";
    static final String ONE_TOO_MANY = "+16502530014";
    static final String EXPIRED_MEANWHILE = "+16502530015";
    static final String WITHOUT_APP = "+16502530409";
    static final String WAITING = "+16502530429";

    static final String PENDING = "11111111-1111-4111-8111-111111111111";
    static final String CONFIRMED = "22222222-2222-4222-8222-222222222222";
    static final String SECRET = "JBSWY3DPEHPK3PXP";
    static final String MAILBOX = "jane@example.com";
    static final String RIGHT_KEY = "123456";
    static final String RIGHT_CODE = "012345";

    static final String TOLD_BEFORE = "told-before";

    /** Right, but the platform knew it. */
    static final String KNOWN_CODE = "777777";

    private static final Path FILE = Path.of("target", "services.txt").toAbsolutePath();

    // System properties: the test may live in another class loader than the one that answers.
    private static final String AWAY = "vouchline.test.services-that-are-away";
    private static final String SILENT = "vouchline.test.services-that-are-silent";
    private static final String TRACE = "vouchline.test.trace-that-services-got";

    private final HttpServer server;

    Services() throws IOException {
        Files.deleteIfExists(FILE);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Services::answer);
        server.start();
    }

    /**
     * A call that was made.
     *
     * @param token the payload of the token that came with it
     */
    record Call(String path, String token, String body) {

        /** A claim of the token that is a text; empty if it has none. */
        String claim(String name) {
            Matcher claim = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(token);
            return claim.find() ? claim.group(1) : "";
        }

        /** A member of the body that is a text; empty if it has none. */
        String member(String name) {
            Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
            return member.find() ? member.group(1) : "";
        }
    }

    /** Calls to paths that begin so are answered 500; empty: none. */
    static void areAway(String paths) {
        System.setProperty(AWAY, paths);
    }

    /** Calls to paths that begin so are never answered; empty: none. */
    static void areSilent(String paths) {
        System.setProperty(SILENT, paths);
    }

    /** The headers of trace context and baggage of the last call, each in a line of its own. */
    static String trace() {
        return System.getProperty(TRACE, "");
    }

    private static void noteTrace(HttpExchange exchange) {
        StringBuilder headers = new StringBuilder();
        for (String name : List.of("traceparent", "tracestate", "baggage")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                headers.append(name).append(": ").append(value).append('\n');
            }
        }
        System.setProperty(TRACE, headers.toString());
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** All calls so far for exactly this path. */
    static List<Call> calls(String path) {
        return calls().stream().filter(call -> call.path().equals(path)).toList();
    }

    /** All calls so far. */
    static List<Call> calls() {
        try {
            return (Files.exists(FILE) ? Files.readAllLines(FILE) : List.<String>of())
                    .stream()
                            .map(line -> line.split("\t", 3))
                            .filter(fields -> fields.length == 3)
                            .map(fields -> new Call(fields[0], fields[1], fields[2]))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        noteTrace(exchange);
        write(new Call(path, token(exchange), body));
        if (is(path, SILENT)) {
            return;
        }
        if (is(path, AWAY)) {
            send(exchange, 500, "{}");
            return;
        }
        switch (path) {
            case "/v1/carrier/status" -> signed(exchange, body, "{\"changed\":false}");
            case "/v1/carrier/key" ->
                    signed(exchange, body, "{\"twiml\":\"<Response><Say>0 1 2</Say></Response>\"}");
            case "/v1/pushes/answer" ->
                    signed(exchange, body, "{\"accepted\":" + !body.contains("late") + "}");
            case "/v1/pushes" -> push(exchange, body);
            case "/v1/verifications/check" ->
                    send(
                            exchange,
                            200,
                            "{\"state\":\"%s\",\"proof\":%s}"
                                    .formatted(
                                            body.contains(RIGHT_CODE) || body.contains(KNOWN_CODE)
                                                    ? "VALID"
                                                    : "INVALID",
                                            body.contains(RIGHT_CODE)));
            case "/v1/security-keys" -> make(exchange, body);
            case "/v1/security-keys/check" -> checkKey(exchange, body);
            case "/v1/attempts/reserve" ->
                    send(
                            exchange,
                            200,
                            "{\"state\":\"%s\"}"
                                    .formatted(
                                            body.contains(LOCKED_NOBODY) ? "LOCKED" : "RESERVED"));
            case "/v1/attempts/settle" ->
                    send(
                            exchange,
                            body.contains(FORGOTTEN_ATTEMPT) ? 409 : 200,
                            "{\"state\":\"FAILED\"}");
            case "/v1/attempts/clear" ->
                    send(exchange, 200, "{\"changed\":" + body.contains(LOCKED) + "}");
            case "/v1/authenticators/find" -> send(exchange, 200, found(body));
            case "/v1/authenticators" -> enrol(exchange, body);
            case "/v1/authenticators/confirm", "/v1/authenticators/revoke" ->
                    send(
                            exchange,
                            body.contains(UNCERTAIN) ? 500 : 200,
                            "{\"changed\":" + isChanged(path, body) + "}");
            case "/v1/channels/find" -> send(exchange, 200, channels(body));
            case "/v1/lists/entries" -> list(exchange, body);
            case "/v1/feedback" ->
                    send(exchange, 200, "{\"counted\":" + !body.contains(TOLD_BEFORE) + "}");
            case "/v1/notices" ->
                    send(
                            exchange,
                            body.contains(UNREACHABLE_PHONE) ? 503 : 200,
                            "{\"state\":\"SENT\"}");
            default -> verification(exchange, path, body);
        }
    }

    private static boolean is(String path, String property) {
        String paths = System.getProperty(property, "");
        return !paths.isEmpty() && path.startsWith(paths);
    }

    private static void signed(HttpExchange exchange, String body, String answer)
            throws IOException {
        int status = 200;
        if (body.contains("forged")) {
            status = 401;
        } else if (body.contains("unreadable")) {
            status = 400;
        } else if (body.contains("enormous")) {
            status = 413;
        }
        send(exchange, status, answer);
    }

    /** What was confirmed before, or is gone, is not changed by confirming it. */
    private static boolean isChanged(String path, String body) {
        return !path.endsWith("confirm")
                || !(body.contains(CONFIRMED) || body.contains(FORGOTTEN_AUTHENTICATOR));
    }

    private static void push(HttpExchange exchange, String body) throws IOException {
        if (body.contains(WITHOUT_APP)) {
            send(exchange, 409, "{}");
        } else if (body.contains(WAITING)) {
            exchange.getResponseHeaders().add("Retry-After", "77");
            send(exchange, 429, "{}");
        } else {
            send(
                    exchange,
                    200,
                    """
                    {"reference":"0123456789ABCDEF0123456789ABCDEF","match":"42",
                     "expires_at":"2030-01-01T00:00:00Z"}""");
        }
    }

    private static void list(HttpExchange exchange, String body) throws IOException {
        if (!NewEntries.isOne(body) || body.contains(EXPIRED_MEANWHILE)) {
            send(exchange, 400, "{\"detail\":\"for nobody else\"}");
            return;
        }
        if (body.contains(ONE_TOO_MANY)) {
            send(exchange, 409, "{}");
            return;
        }
        Call call = new Call("", "", body);
        send(
                exchange,
                200,
                """
                {"id":"1","list":"%s","subject":{"extent":"NUMBER","value":"+1650*****00","to":null},
                 "reason":"a","author":"b","since":"2026-01-01T00:00:00Z","expires_at":null,
                 "for_all":false}"""
                        .formatted(call.member("list")));
    }

    private static void make(HttpExchange exchange, String body) throws IOException {
        String id = new Call("", "", body).member("id");
        send(
                exchange,
                200,
                """
                {"id":"%s","sealed":"c2VhbGVk","otpauth_uri":"otpauth://totp/B:c?secret=%s"}"""
                        .formatted(id, SECRET));
    }

    private static void checkKey(HttpExchange exchange, String body) throws IOException {
        String state = body.contains("\"shown\":\"" + RIGHT_KEY + "\"") ? "VALID" : "INVALID";
        send(
                exchange,
                200,
                "{\"state\":\"%s\",\"id\":null}"
                        .formatted(body.contains(LOCKED) ? "MAX_ATTEMPTS_EXCEEDED" : state));
    }

    private static String found(String body) {
        if (body.contains(NOBODY)
                || body.contains(LOCKED_NOBODY)
                || body.contains(FORGOTTEN_ATTEMPT)) {
            return "{\"subject\":null,\"authenticators\":[]}";
        }
        String pending = authenticator(PENDING, "null");
        String confirmed = authenticator(CONFIRMED, "\"2026-01-01T00:00:00Z\"");
        return "{\"subject\":\"%s\",\"authenticators\":[%s]}"
                .formatted(
                        body.contains(ANOTHER_PERSON) ? "person-2" : "person-1",
                        body.contains(WITHOUT_AUTHENTICATOR) ? pending : pending + "," + confirmed);
    }

    private static String authenticator(String id, String confirmedAt) {
        return """
        {"id":"%s","sealed":"%s","confirmed_at":%s,"created_at":"2026-01-01T00:00:00Z"}"""
                .formatted(
                        id,
                        Base64.getEncoder().encodeToString(("sealed " + id).getBytes(UTF_8)),
                        confirmedAt);
    }

    private static void enrol(HttpExchange exchange, String body) throws IOException {
        send(
                exchange,
                body.contains(WITH_FIVE) ? 409 : 200,
                "{\"stored\":" + !body.contains(SHARED_SINCE) + "}");
    }

    private static String channels(String body) {
        if (body.contains(CHANGED_SINCE) && body.contains("\"hold_seconds\":86400}")) {
            return "{\"phone\":\"RECENTLY_CHANGED\",\"mailbox\":\"NONE\",\"email\":null}";
        }
        return body.contains(WITHOUT_CONTACT)
                ? "{\"phone\":\"NONE\",\"mailbox\":\"NONE\",\"email\":null}"
                : "{\"phone\":\"OPEN\",\"mailbox\":\"OPEN\",\"email\":\"" + MAILBOX + "\"}";
    }

    /** The last two digits of a reference choose how it stands. */
    private static void verification(HttpExchange exchange, String path, String body)
            throws IOException {
        if (!path.matches("/v1/verifications/A[0-9A-F]{31}")) {
            send(exchange, 200, Upstreams.canned(path, body));
            return;
        }
        String end = path.substring(path.length() - 2);
        String state =
                switch (end) {
                    case "01" -> "VALID";
                    case "02" -> "INVALID";
                    case "03" -> "EXPIRED";
                    case "04" -> "MAX_ATTEMPTS_EXCEEDED";
                    default -> "UNKNOWN";
                };
        send(
                exchange,
                end.equals("FF") ? 404 : 200,
                """
                {"reference":"A","state":"%s","delivery":"SENT",
                 "expires_at":"2030-01-01T00:00:00Z",
                 "messages":[{"channel":"%s","state":"SENT","changed_at":"2030-01-01T00:00:00Z"}]}"""
                        .formatted(state, end.equals("05") ? "SMS" : "PUSH"));
    }

    private static String token(HttpExchange exchange) {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        return new String(Base64.getUrlDecoder().decode(bearer.split("\\.", 3)[1]), UTF_8);
    }

    private static synchronized void write(Call call) throws IOException {
        Files.writeString(
                FILE,
                String.join("\t", call.path(), call.token(), call.body()) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
