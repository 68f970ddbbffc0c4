package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The three services as a network sees them: canned answers, and all the ways in which a service
 * can fail to give one. The whole product together is tried by the fleet's tests.
 */
public final class Upstreams implements AutoCloseable {

    static final String ASSESS = "/v1/assessments";
    static final String WITHDRAW = "/v1/assessments/withdrawals";
    static final String ISSUE = "/v1/verifications";

    /** Right, but the platform knew it. */
    static final String KNOWN_CODE = "777777";

    // System properties: the test may live in another class loader than the one that answers.
    private static final String MODE = "vouchline.test.upstreams";
    private static final String CALLS = "vouchline.test.upstream-calls";
    private static final String BODIES = "vouchline.test.upstream-bodies";
    private static final String TOKENS = "vouchline.test.upstream-tokens";
    private static final String WITHDRAWALS = "vouchline.test.upstream-withdrawals";
    private static final String RETRY_AFTER = "vouchline.test.upstream-retry-after";

    private final HttpServer server;

    Upstreams() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", Upstreams::answer);
        server.start();
    }

    /** How the services behave. */
    public enum Mode {
        FINE,
        BROKEN,
        GARBAGE,
        SILENT,
        SILENT_ONCE,
        RESET,
        RESET_ONCE,
        /** otp-service issues nothing; all else is fine. */
        LIMITED,
        /** otp-service can make no message of what it is to issue; all else is fine. */
        UNREADABLE,
        /** otp-service issues nothing, since it fails; all else is fine. */
        ISSUE_BROKEN,
        /** otp-service never answers what it is to issue; all else is fine. */
        ISSUE_SILENT,
        /** risk-service fails; all else is fine. */
        RISK_BROKEN,
        /** risk-service never answers; all else is fine. */
        RISK_SILENT,
        /** otp-service is at odds with whatever it is to issue; all else is fine. */
        CONFLICTING
    }

    public static void are(Mode mode) {
        System.setProperty(MODE, mode.name());
    }

    /**
     * How risk-service takes withdrawals, whatever else it does: FINE, BROKEN, SILENT or
     * RESET_ONCE. Nobody waits for them, so that they can come when a test is over.
     */
    static void takeWithdrawals(Mode mode) {
        System.setProperty(WITHDRAWALS, mode.name());
    }

    /** otp-service issues nothing, and says this of the time to wait; nothing if it is empty. */
    static void areLimited(String retryAfter) {
        System.setProperty(RETRY_AFTER, retryAfter);
        are(Mode.LIMITED);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** How often any of the services was called so far. */
    static int calls() {
        return Integer.getInteger(CALLS, 0);
    }

    /** The bodies of all calls of this path since they were last forgotten. */
    public static List<String> bodies(String path) {
        return System.getProperty(BODIES, "")
                .lines()
                .filter(line -> line.startsWith(path + " "))
                .map(line -> line.substring(path.length() + 1))
                .toList();
    }

    /** The payloads of the tokens of all withdrawals since they were last forgotten. */
    static List<String> tokensOfWithdrawals() {
        return System.getProperty(TOKENS, "").lines().toList();
    }

    public static void forget() {
        System.clearProperty(TOKENS);
        System.clearProperty(BODIES);
    }

    private static synchronized void write(String path, String body) {
        if (!path.equals(WITHDRAW)) {
            System.setProperty(CALLS, Integer.toString(calls() + 1));
        }
        System.setProperty(BODIES, System.getProperty(BODIES, "") + path + " " + body + "\n");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (path.equals(WITHDRAW)) {
            withdraw(exchange, body);
            return;
        }
        write(path, body);
        switch (Mode.valueOf(System.getProperty(MODE, "FINE"))) {
            case FINE -> fine(exchange, path, body);
            case BROKEN -> send(exchange, 500, "{}");
            case GARBAGE -> send(exchange, 200, "<html>");
            case SILENT -> {}
            case SILENT_ONCE -> are(Mode.FINE);
            case RESET -> exchange.close();
            case RESET_ONCE -> {
                are(Mode.FINE);
                exchange.close();
            }
            case RISK_BROKEN -> {
                if (path.equals(ASSESS)) {
                    send(exchange, 500, "{}");
                } else {
                    fine(exchange, path, body);
                }
            }
            case RISK_SILENT -> {
                if (!path.equals(ASSESS)) {
                    fine(exchange, path, body);
                }
            }
            case ISSUE_BROKEN -> send(exchange, path.equals(ISSUE) ? 500 : 200, canned(path, body));
            case ISSUE_SILENT -> {
                if (!path.equals(ISSUE)) {
                    fine(exchange, path, body);
                }
            }
            case CONFLICTING -> send(exchange, path.equals(ISSUE) ? 409 : 200, canned(path, body));
            case UNREADABLE -> send(exchange, path.equals(ISSUE) ? 400 : 200, canned(path, body));
            case LIMITED -> {
                if (path.equals(ISSUE)) {
                    limited(exchange);
                } else {
                    send(exchange, 200, canned(path, body));
                }
            }
        }
    }

    private static void withdraw(HttpExchange exchange, String body) throws IOException {
        writeToken(exchange.getRequestHeaders().getFirst("Authorization"));
        write(WITHDRAW, body);
        switch (Mode.valueOf(System.getProperty(WITHDRAWALS, "FINE"))) {
            case BROKEN -> send(exchange, 500, "{}");
            case SILENT -> {}
            case RESET_ONCE -> {
                takeWithdrawals(Mode.FINE);
                exchange.close();
            }
            default -> send(exchange, 200, "{\"withdrawn\":true}");
        }
    }

    private static synchronized void writeToken(String bearer) {
        String payload =
                new String(Base64.getUrlDecoder().decode(bearer.split("\\.", 3)[1]), UTF_8);
        System.setProperty(TOKENS, System.getProperty(TOKENS, "") + payload + "\n");
    }

    private static void fine(HttpExchange exchange, String path, String body) throws IOException {
        boolean never =
                path.equals(ISSUE)
                        && body.contains("\"only_if_verified_before\":true")
                        && body.contains("+16502530006");
        if (never) {
            send(exchange, 409, "{\"status\":409,\"detail\":\"for nobody else\"}");
        } else {
            send(exchange, 200, canned(path, body));
        }
    }

    private static void limited(HttpExchange exchange) throws IOException {
        String retryAfter = System.getProperty(RETRY_AFTER);
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        send(exchange, 429, "{\"status\":429,\"detail\":\"for nobody else\"}");
    }

    static String canned(String path, String body) {
        return switch (path) {
            case "/v1/accounts/summary" ->
                    """
                    {"count":1,"last_four":"7890","email":"jane@example.com"}""";
            case "/v1/credit-cards/summary" ->
                    """
                    {"count":2,"last_four":null,"email":null}""";
            case "/v1/answers/reveal" ->
                    """
                    {"last_transaction_amount":"100.30","last_payment_mode":"online",
                     "debit_card_last_four":"1234","birth_date":"1995-02-03",
                     "credit_card_expiries":["012027"]}""";
            case "/v1/answers/check" ->
                    "{\"correct\":%s}".formatted(body.contains("\"answer\":{\"day\":3}"));
            case "/v1/channels/find" -> channels(body);
            case "/v1/customers/find" ->
                    body.contains("0000000000")
                            ? "{\"outcome\":\"NONE\",\"customer\":null}"
                            : """
                            {"outcome":"SINGLE","customer":{"name":"Jane Doe",
                             "phone_number":"+46706170786","account_number":"1234567890"}}""";
            case ASSESS -> assessment(body);
            case ISSUE ->
                    """
                    {"reference":"0123456789ABCDEF0123456789ABCDEF",
                     "expires_at":"2030-01-01T00:00:00Z","code":%s}"""
                            .formatted(body.contains("\"reveal\":true") ? "\"012345\"" : "null");
            case "/v1/verifications/00000000000000000000000000000000" ->
                    "{\"reference\":\"0\",\"state\":\"UNKNOWN\",\"delivery\":\"SENT\"}";
            case "/v1/attempts/clear" -> "{\"changed\":true}";
            case "/v1/verifications/check" ->
                    body.contains("\"" + KNOWN_CODE + "\"")
                            ? "{\"state\":\"VALID\",\"proof\":false}"
                            : "{\"state\":\"%s\",\"proof\":%s}"
                                    .formatted(
                                            body.contains("\"012345\"") ? "VALID" : "INVALID",
                                            body.contains("\"012345\""));
            default -> throw new IllegalArgumentException(path);
        };
    }

    /**
     * The second of these numbers, and the mailbox behind the third, were changed an hour ago; the
     * latter is named all the same, so that only its standing keeps a code from it.
     */
    private static String channels(String body) {
        String standing = "OPEN";
        if (body.contains("+16502530001")) {
            standing = "NONE";
        } else if (body.contains("+16502530003") && !body.contains("\"hold_seconds\":0}")) {
            standing = body.contains("\"hold_seconds\":86400}") ? "RECENTLY_CHANGED" : "not a hold";
        }
        String mailbox = body.contains("+16502530005") ? "RECENTLY_CHANGED" : standing;
        return "{\"phone\":\"%s\",\"mailbox\":\"%s\",\"email\":%s}"
                .formatted(
                        standing,
                        mailbox,
                        standing.equals("OPEN") ? "\"jane@example.com\"" : "null");
    }

    /**
     * 2 and 7 are risky, 4 is a fixed line, 6 to 8 are assessed without memory; of these, 6 was
     * never verified.
     */
    private static String assessment(String body) {
        boolean risky = body.matches("(?s).*\\+1650253000[27].*");
        String type = body.contains("+16502530004") ? "1" : "2";
        int score = risky ? 820 : 82;
        String cleansed =
                """
                {"cleansed_code":101,"country_code":"1","min_length":10,"max_length":10,
                 "phone_number":"5552345678"}""";
        return """
        {"phone_type":{"code":"%s","description":"%s"},
         "risk":{"recommendation":"%s","score":%d,"level":"%s",
          "reasons":[{"code":"sandbox","description":"a sandbox number","points":0.5}],
          "weights":"1"},
         "numbering":{"phone_number":"5552345678","min_length":10,"max_length":10,
          "country_code":"1",
          "original":{"phone_number":"5552345678","complete_phone_number":"15552345678",
           "country_code":"1"},
          "cleansing":{"call":%s,"sms":%s}},
         "carrier":null,"location":"California","region_code":"US",
         "blocked":%s,"degraded":%s}"""
                .formatted(
                        type,
                        type.equals("1") ? "FIXED_LINE" : "MOBILE",
                        risky ? "block" : "allow",
                        score,
                        risky ? "very high" : "very low",
                        cleansed,
                        cleansed,
                        score > threshold(body) && !body.contains("\"shadow\":true"),
                        body.matches("(?s).*\\+1650253000[678].*"));
    }

    private static int threshold(String body) {
        Matcher threshold = Pattern.compile("\"threshold\":([0-9]+)").matcher(body);
        return threshold.find() ? Integer.parseInt(threshold.group(1)) : 0;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
