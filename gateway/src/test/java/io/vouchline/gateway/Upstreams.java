package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The three services as a network sees them: canned answers, and all the ways in which a service
 * can fail to give one. The whole product together is tried by the fleet's tests.
 */
public final class Upstreams implements AutoCloseable {

    static final String ASSESS = "/v1/assessments";
    static final String WITHDRAW = "/v1/assessments/withdrawals";
    static final String ISSUE = "/v1/verifications";

    /** A number behind which nobody is found. */
    static final String UNKNOWN_CALLER = "+16502539999";

    /** An account that several share. */
    static final String SHARED_ACCOUNT = "1111111111";

    /** The reference of every code that is issued. */
    public static final String REFERENCE = "0123456789ABCDEF0123456789ABCDEF";

    static final String STANDS = ISSUE + "/" + REFERENCE;
    static final String COMPLETE = STANDS + "/complete";
    static final String EXPIRE = STANDS + "/expire";
    static final String CHECK = ISSUE + "/check";
    static final String RESEND = STANDS + "/resend";

    /** The reference of every approval that is asked for. */
    public static final String APPROVAL = "FEDCBA9876543210FEDCBA9876543210";

    /** A number of two persons, of whom one was born on 1971-01-01. */
    public static final String SHARED = "+16502530011";

    /** Somebody's number whose attempts are all settled as right already. */
    public static final String PASSED = "+16502530012";

    /** Somebody's number whose attempts are all settled as wrong already. */
    public static final String FAILED = "+16502530013";

    /** Somebody's number whose institution has no app. */
    public static final String WITHOUT_APP = "+16502530409";

    /** Somebody's number that has to wait for an approval. */
    public static final String WAITING = "+16502530429";

    /** Right, but the platform knew it. */
    public static final String KNOWN_CODE = "777777";

    /** Nobody's number. */
    public static final String NOBODY = "+16502530001";

    /** A number that no network can have given out. */
    static final String IMPOSSIBLE = "+15552530001";

    /** Somebody's number that is locked. */
    public static final String LOCKED = "+16502530009";

    /** Somebody with more credit cards than fit into an answer. */
    static final String MANY_CARDS = "+16502530010";

    // System properties: the test may live in another class loader than the one that answers.
    private static final String MODE = "vouchline.test.upstreams";
    private static final String CALLS = "vouchline.test.upstream-calls";
    private static final String BODIES = "vouchline.test.upstream-bodies";
    private static final String TOKENS = "vouchline.test.upstream-tokens";
    private static final String WITHDRAWALS = "vouchline.test.upstream-withdrawals";
    private static final String RETRY_AFTER = "vouchline.test.upstream-retry-after";
    private static final String STANDING = "vouchline.test.upstream-standing";
    private static final String VERDICT = "vouchline.test.upstream-verdict";

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
        /**
         * otp-service can complete no verification: its codes were made there; all else is fine.
         */
        MADE_HERE,
        /** otp-service knows no verification (any more); all else is fine. */
        FORGOTTEN,
        /** otp-service cannot tell how a verification stands; all else is fine. */
        STANDING_BROKEN,
        /** risk-service fails; all else is fine. */
        RISK_BROKEN,
        /** risk-service never answers; all else is fine. */
        RISK_SILENT,
        /** Whatever is to be issued is answered once after nobody waits any more, then at once. */
        ISSUE_LATE_ONCE,
        /** Every answer breaks off in its body. */
        BROKEN_OFF,
        /** lookup-service fails; all else is fine. */
        LOOKUP_BROKEN,
        /** lookup-service cannot check answers; all else is fine. */
        ANSWERS_BROKEN,
        /** otp-service is at odds with whatever it is to issue; all else is fine. */
        CONFLICTING,
        /** Whoever answers knows none of the calls. */
        NOT_FOUND,
        /** lookup-service is somebody else, who knows none of the calls; all else is fine. */
        LOOKUP_NOT_FOUND
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

    /** How the verification stands from now on, and its newest message. */
    public static void stands(String state, String channel, String delivery) {
        System.setProperty(STANDING, state + " " + channel + " " + delivery);
    }

    /** What every check of a code comes to from now on; empty: what the code deserves. */
    public static void find(String verdict) {
        System.setProperty(VERDICT, verdict);
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
            case ISSUE_LATE_ONCE -> {
                if (path.equals(ISSUE)) {
                    are(Mode.FINE);
                    waitUntilNobodyWaits();
                }
                fine(exchange, path, body);
            }
            case BROKEN_OFF -> breakOff(exchange);
            case LOOKUP_BROKEN -> {
                boolean otherwise = path.equals(ASSESS) || path.startsWith(ISSUE);
                send(exchange, otherwise ? 200 : 500, canned(path, body));
            }
            case MADE_HERE -> send(exchange, path.equals(COMPLETE) ? 409 : 200, canned(path, body));
            case FORGOTTEN ->
                    send(exchange, path.startsWith(STANDS) ? 404 : 200, canned(path, body));
            case STANDING_BROKEN ->
                    send(exchange, path.equals(STANDS) ? 500 : 200, canned(path, body));
            case ANSWERS_BROKEN ->
                    send(
                            exchange,
                            path.equals("/v1/answers/check") ? 500 : 200,
                            canned(path, body));
            case CONFLICTING -> send(exchange, isSent(path) ? 409 : 200, canned(path, body));
            case NOT_FOUND -> send(exchange, 404, "{}");
            case LOOKUP_NOT_FOUND -> send(exchange, isLookup(path) ? 404 : 200, canned(path, body));
            case UNREADABLE -> send(exchange, path.equals(ISSUE) ? 400 : 200, canned(path, body));
            case LIMITED -> {
                if (isSent(path)) {
                    limited(exchange);
                } else {
                    send(exchange, 200, canned(path, body));
                }
            }
        }
    }

    private static boolean isSent(String path) {
        return path.equals(ISSUE) || path.equals(RESEND);
    }

    private static boolean isLookup(String path) {
        return path.startsWith("/v1/callers")
                || path.startsWith("/v1/answers")
                || path.startsWith("/v1/channels")
                || path.startsWith("/v1/authenticators");
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 500);
        exchange.getResponseBody().write("{\"outcome\":".getBytes(UTF_8));
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** Longer than one try may take in production, shorter than any test waits. */
    private static void waitUntilNobodyWaits() {
        LockSupport.parkNanos(Duration.ofMillis(1_200).toNanos());
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
        boolean noApp = path.equals("/v1/pushes") && body.contains(WITHOUT_APP);
        if (never || noApp) {
            send(exchange, 409, "{\"status\":409,\"detail\":\"for nobody else\"}");
        } else if (path.equals("/v1/pushes") && body.contains(WAITING)) {
            limited(exchange);
        } else {
            send(exchange, 200, canned(path, body));
        }
    }

    private static void limited(HttpExchange exchange) throws IOException {
        String retryAfter = System.getProperty(RETRY_AFTER, "");
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        send(exchange, 429, "{\"status\":429,\"detail\":\"for nobody else\"}");
    }

    static String canned(String path, String body) {
        return switch (path) {
            case "/v1/accounts/summary" ->
                    body.contains(NOBODY)
                            ? "{\"count\":0,\"last_four\":null,\"email\":null}"
                            : """
                    {"count":1,"last_four":"7890","email":"jane@example.com"}""";
            case "/v1/credit-cards/summary" ->
                    """
                    {"count":2,"last_four":null,"email":null}""";
            case "/v1/answers/reveal" ->
                    body.contains(MANY_CARDS)
                            ? cards(20_000)
                            : body.contains(NOBODY)
                                    ? cards(0)
                                    : """
                    {"last_transaction_amount":"100.30","last_payment_mode":"online",
                     "debit_card_last_four":"1234","birth_date":"1995-02-03",
                     "credit_card_expiries":["012027"]}""";
            case "/v1/answers/check" -> "{\"correct\":%s}".formatted(isRight(body));
            case "/v1/attempts/reserve" -> "{\"state\":\"%s\"}".formatted(reserved(body));
            case "/v1/callers/find" -> caller(body);
            case "/v1/pushes" ->
                    "{\"reference\":\"%s\",\"match\":\"42\",\"expires_at\":\"2030-01-01T00:00:00Z\"}"
                            .formatted(APPROVAL);
            case ISSUE + "/" + APPROVAL -> approval();
            case RESEND ->
                    "{\"reference\":\"%s\",\"expires_at\":\"2030-01-01T00:00:00Z\",\"code\":null}"
                            .formatted(REFERENCE);
            case "/v1/attempts/settle" -> "{\"state\":\"PASSED\"}";
            case "/v1/authenticators/find" ->
                    body.contains(NOBODY)
                            ? "{\"subject\":null,\"authenticators\":[]}"
                            : """
                            {"subject":"person-1","authenticators":[
                             {"id":"22222222-2222-4222-8222-222222222222","sealed":"c2VhbGVk",
                              "confirmed_at":"2026-01-01T00:00:00Z",
                              "created_at":"2026-01-01T00:00:00Z"}]}""";
            case "/v1/security-keys/check" -> keyChecked(body);
            case "/v1/channels/find" -> channels(body);
            case "/v1/customers/find" -> customer(body);
            case ASSESS -> assessment(body);
            case ISSUE ->
                    """
                    {"reference":"0123456789ABCDEF0123456789ABCDEF",
                     "expires_at":"2030-01-01T00:00:00Z","code":%s}"""
                            .formatted(body.contains("\"reveal\":true") ? "\"012345\"" : "null");
            case "/v1/verifications/00000000000000000000000000000000" ->
                    "{\"reference\":\"0\",\"state\":\"UNKNOWN\",\"delivery\":\"SENT\"}";
            case STANDS, COMPLETE, EXPIRE -> standing();
            case CHECK ->
                    !System.getProperty(VERDICT, "").isEmpty()
                            ? "{\"state\":\"%s\",\"proof\":false}"
                                    .formatted(System.getProperty(VERDICT))
                            : checked(body);
            case "/v1/attempts/clear" -> "{\"changed\":true}";
            default -> throw new IllegalArgumentException(path);
        };
    }

    private static String reserved(String body) {
        if (body.contains(PASSED)) {
            return "PASSED";
        }
        if (body.contains(FAILED)) {
            return "FAILED";
        }
        return body.contains(LOCKED) ? "LOCKED" : "RESERVED";
    }

    /** Who is behind a number; the shared one is one person's for a right date of birth only. */
    private static String caller(String body) {
        boolean picked = body.contains("\"1971-01-01\"");
        boolean several = body.contains(SHARED) && body.contains("\"birth_date\":null");
        boolean nobody =
                body.contains(NOBODY) || (!picked && !body.contains("\"birth_date\":null"));
        int persons = nobody ? 0 : several ? 2 : 1;
        return """
        {"persons":%d,"accounts":%d,"credit_cards":0,"subject":%s,"questions":[%s],
         "channels":%s}"""
                .formatted(
                        persons,
                        persons,
                        persons != 1 ? "null" : picked ? "\"person-2\"" : "\"person-1\"",
                        nobody ? "" : "\"DOB\",\"DEBIT_CARD\"",
                        channels(nobody ? NOBODY : body.replaceFirst(",\"birth_date\":[^}]*", "")));
    }

    private static String approval() {
        return """
        {"reference":"%s","state":"%s","delivery":"SENT","expires_at":"2030-01-01T00:00:00Z",
         "messages":[{"channel":"PUSH","state":"SENT","changed_at":"2026-01-01T00:00:00Z"}]}"""
                .formatted(APPROVAL, System.getProperty(STANDING, "UNKNOWN").split(" ", 2)[0]);
    }

    private static String customer(String body) {
        if (body.contains("0000000000") || body.contains(UNKNOWN_CALLER)) {
            return "{\"outcome\":\"NONE\",\"customer\":null}";
        }
        return body.contains("\"" + SHARED_ACCOUNT + "\"")
                ? "{\"outcome\":\"MULTIPLE\",\"customer\":null}"
                : """
                {"outcome":"SINGLE","customer":{"name":"Jane Doe",
                 "phone_number":"+46706170786","account_number":"1234567890"}}""";
    }

    private static String checked(String body) {
        return body.contains("\"" + KNOWN_CODE + "\"")
                ? "{\"state\":\"VALID\",\"proof\":false}"
                : "{\"state\":\"%s\",\"proof\":%s}"
                        .formatted(
                                body.contains("\"012345\"") ? "VALID" : "INVALID",
                                body.contains("\"012345\""));
    }

    private static String standing() {
        String[] words = System.getProperty(STANDING, "UNKNOWN VOICE SENT").split(" ", 3);
        return """
        {"reference":"%s","state":"%s","delivery":"%s","expires_at":"2030-01-01T00:00:00Z",
         "messages":[{"channel":"SMS","state":"FAILED","changed_at":"2026-01-01T00:00:00Z"},
          {"channel":"%s","state":"%s","changed_at":"2026-01-31T12:00:00.123456Z"}]}"""
                .formatted(REFERENCE, words[0], words[2], words[1], words[2]);
    }

    /** The right answers are a date of the 3rd and "1234"; nobody has any. */
    private static boolean isRight(String body) {
        return !body.contains(NOBODY)
                && (body.contains("\"answer\":{\"day\":3") || body.contains("\"answer\":\"1234\""));
    }

    private static String keyChecked(String body) {
        String state = body.contains("\"shown\":\"012345\"") ? "VALID" : "INVALID";
        return "{\"state\":\"%s\",\"id\":null}"
                .formatted(body.contains(LOCKED) ? "MAX_ATTEMPTS_EXCEEDED" : state);
    }

    /** The answers of somebody with so many credit cards, each of another month. */
    private static String cards(int count) {
        String expiries =
                IntStream.range(0, count)
                        .mapToObj(i -> "\"%02d%04d\"".formatted(i % 12 + 1, 2000 + i / 12))
                        .collect(Collectors.joining(","));
        return """
        {"last_transaction_amount":null,"last_payment_mode":null,"debit_card_last_four":null,
         "birth_date":null,"credit_card_expiries":[%s]}"""
                .formatted(expiries);
    }

    /**
     * The second of these numbers, and the mailbox behind the third, were changed an hour ago; the
     * latter is named all the same, so that only its standing keeps a code from it.
     */
    private static String channels(String body) {
        String standing = "OPEN";
        if (body.contains(NOBODY) || body.contains(IMPOSSIBLE)) {
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
     * never verified. 9 stands on a list, 10 is a mobile of a known carrier.
     */
    private static String assessment(String body) {
        boolean risky = body.matches("(?s).*\\+1650253000[27].*");
        String type = body.contains("+16502530004") ? "1" : "2";
        int score = risky ? 820 : 82;
        boolean denied = body.contains("+16502530009");
        String cleansed =
                """
                {"cleansed_code":101,"country_code":"1","min_length":10,"max_length":10,
                 "phone_number":"5552345678"}""";
        return """
        {"phone_type":{"code":"%s","description":"%s"},
         "risk":{"recommendation":"%s","score":%d,"level":"%s",
          "reasons":[{"code":"%s","description":"a sandbox number","points":0.5}],
          "weights":"1"},
         "numbering":{"phone_number":"5552345678","min_length":10,"max_length":10,
          "country_code":"1",
          "original":{"phone_number":"5552345678","complete_phone_number":"15552345678",
           "country_code":"1"},
          "cleansing":{"call":%s,"sms":%s}},
         "carrier":%s,"location":"California","region_code":"US",
         "blocked":%s,"degraded":%s}"""
                .formatted(
                        type,
                        type.equals("1") ? "FIXED_LINE" : "MOBILE",
                        risky ? "block" : "allow",
                        score,
                        risky ? "very high" : "very low",
                        denied ? "list" : "sandbox",
                        cleansed,
                        cleansed,
                        body.contains("+16502530010") ? "\"Example Mobile\"" : "null",
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
