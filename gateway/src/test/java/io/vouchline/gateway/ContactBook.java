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
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * lookup-service and otp-service as the courier sees them. What was not settled is handed out again
 * at once, and each call is written down in a file that the test reads.
 */
final class ContactBook implements AutoCloseable {

    /** A notice takes longer than a caller's call may, and than its connection is read. */
    static final Duration SLOWNESS = Duration.ofMillis(1_500);

    private static final Path FILE = Path.of("target", "contact-book.txt").toAbsolutePath();

    // A system property: the test may live in another class loader than the one that answers.
    private static final String AWAY = "vouchline.test.contact-book-is-away";

    private final HttpServer server;

    ContactBook() throws IOException {
        Files.deleteIfExists(FILE);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", ContactBook::answer);
        server.start();
    }

    /** The changes that there are, by what becomes of them. */
    enum Change {
        WAITING("\"number\":\"+16502530503\""),
        TOLD("\"number\":\"+16502530000\"", "\"mailbox\":\"told@example.com\""),
        FAILED("\"number\":\"+16502530400\""),
        UNKNOWN("\"mailbox\":\"unknown@example.com\""),
        TO_NOBODY,
        HALF("\"mailbox\":\"half@example.com\"", "\"number\":\"+16502530504\""),
        SLOW("\"mailbox\":\"slow@example.com\""),
        /** Handed out only after the book was away. */
        LATE("\"mailbox\":\"late@example.com\"");

        private final String notices;

        Change(String... whom) {
            notices =
                    Arrays.stream(whom)
                            .map(one -> "{\"changed\":\"PHONE\"," + one + "}")
                            .collect(Collectors.joining(",", "[", "]"));
        }

        String id() {
            return UUID.nameUUIDFromBytes(name().getBytes(UTF_8)).toString();
        }

        private String json() {
            return "{\"id\":\"%s\",\"at\":\"2026-01-01T00:00:00Z\",\"notices\":%s}"
                    .formatted(id(), notices);
        }
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
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static List<String> written() throws IOException {
        return Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
    }

    /** Whether claims are left without an answer. */
    static void isAway(boolean away) {
        System.setProperty(AWAY, Boolean.toString(away));
    }

    /** All calls so far for this path, or for one below it. */
    static List<Call> calls(String path) {
        try {
            return written().stream()
                    .map(line -> line.split("\t", 3))
                    .filter(fields -> fields.length == 3 && fields[0].startsWith(path))
                    .map(fields -> new Call(fields[0], fields[1], fields[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static boolean isSettled(Change change) {
        return calls("/v1/contact-changes/settle").stream()
                .anyMatch(call -> call.body().contains(change.id()));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Call call = new Call(path, token(exchange), body);
        write(call);
        switch (path) {
            case "/v1/contact-changes/claim" -> claim(exchange, call);
            case "/v1/contact-changes/settle" -> send(exchange, 204, "");
            case "/v1/notices" -> notice(exchange, body);
            default -> send(exchange, 200, Upstreams.canned(path, body));
        }
    }

    private static void claim(HttpExchange exchange, Call call) throws IOException {
        if (Boolean.getBoolean(AWAY)) {
            exchange.close();
        } else if (!call.claim("tenant").equals("bank")) {
            send(exchange, 500, "{}");
        } else {
            send(
                    exchange,
                    200,
                    Arrays.stream(Change.values())
                            .filter(change -> change != Change.LATE || hasBeenAway())
                            .filter(change -> !isSettled(change))
                            .map(Change::json)
                            .collect(Collectors.joining(",", "[", "]")));
        }
    }

    /** The property is set from the first time on. */
    private static boolean hasBeenAway() {
        return System.getProperty(AWAY) != null;
    }

    private static void notice(HttpExchange exchange, String body) throws IOException {
        if (body.contains("+1650253050")) {
            send(exchange, 503, "{}");
        } else if (body.contains("+16502530400")) {
            send(exchange, 200, "{\"state\":\"FAILED\"}");
        } else if (body.contains("unknown@example.com")) {
            send(exchange, 200, "{\"state\":\"UNKNOWN\"}");
        } else {
            if (body.contains("slow@example.com")) {
                LockSupport.parkNanos(SLOWNESS.toNanos());
            }
            send(exchange, 200, "{\"state\":\"SENT\"}");
        }
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
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
