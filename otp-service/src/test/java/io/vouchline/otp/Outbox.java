package io.vouchline.otp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A carrier, a mail server and a receiver of webhooks that write down what arrives, in a file that
 * the test reads. They refuse what is for {@link #refusedNumber}, {@link #refusedMailbox} and
 * {@link #refusedOnce}.
 */
public final class Outbox implements QuarkusTestResourceLifecycleManager {

    private static final Path FILE = Path.of("target", "outbox.txt").toAbsolutePath();

    private static final String REFUSED_NUMBER = "+1202555";
    private static final Pattern REFUSED_MAILBOX = Pattern.compile("answered-([0-9]{3})@.*");

    /** The account that messages are sent by, and the secrets it shares with the service. */
    public static final String ACCOUNT = "ACtest";

    /** What the carrier signs its reports with, besides the token that it is shown. */
    public static final String OTHER_TOKEN = "a carrier's other secret";

    /** What messages to the receiver are signed with, in Base64. */
    public static final String WEBHOOK_SECRET = "b25lIHNlY3JldCB0aGF0IGJvdGggZW5kcyBrbm93";

    private static final Path ORDERS = Path.of("target", "orders.txt").toAbsolutePath();
    private static final Pattern REFUSED_ONCE = Pattern.compile("hook-([0-9]{3})-.*");
    private static final Pattern TO = Pattern.compile("\"to\":\"([^\"]+)\"");

    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private HttpServer carrier;
    private SMTPServer mail;

    /**
     * One message that arrived.
     *
     * @param body a text message's text, a call's TwiML, or an e-mail's source
     */
    public record Arrived(String channel, String to, String body) {}

    @Override
    public Map<String, String> start() {
        try {
            Files.deleteIfExists(FILE);
            Files.deleteIfExists(ORDERS);
            carrier =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            carrier.createContext("/2010-04-01/Accounts/ACtest/Messages.json", Outbox::message);
            carrier.createContext("/2010-04-01/Accounts/ACtest/Calls.json", Outbox::call);
            carrier.createContext("/hook", this::webhook);
            carrier.start();
            int mailPort = Ports.free();
            mail =
                    SMTPServer.port(mailPort)
                            .bindAddress(InetAddress.getLoopbackAddress())
                            .messageHandler((context, from, to, data) -> mail(to, data))
                            .build();
            mail.start();
            String web = "http://127.0.0.1:" + carrier.getAddress().getPort();
            Map<String, String> settings = new HashMap<>();
            settings.put("vouchline.delivery.webhook.url", web + "/hook/otp");
            settings.put(
                    "vouchline.delivery.webhook.secret-file",
                    KeyFiles.write("webhook.secret", "whsec_" + WEBHOOK_SECRET).toString());
            settings.put("quarkus.mailer.mock", "false");
            settings.put("quarkus.mailer.from", "no-reply@bank.example");
            settings.putAll(
                    Map.of(
                            "quarkus.rest-client.carrier.url",
                            web,
                            "vouchline.delivery.carrier.account-sid",
                            ACCOUNT,
                            "vouchline.delivery.carrier.auth-token-file",
                            KeyFiles.write("carrier.tokens", "a carrier's secret\n" + OTHER_TOKEN)
                                    .toString(),
                            "vouchline.delivery.carrier.from",
                            "+15005550006",
                            "quarkus.mailer.host",
                            "127.0.0.1",
                            "quarkus.mailer.port",
                            Integer.toString(mailPort)));
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first message to this destination, waited for. */
    public static Arrived first(String to) {
        return all(to, 1).getFirst();
    }

    /** This many messages to this destination, waited for. */
    public static List<Arrived> all(String to, int count) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (Instant.now().isBefore(deadline)) {
            List<Arrived> arrived = now(to);
            if (arrived.size() >= count) {
                return arrived;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("no " + count + " messages arrived");
    }

    /** What has arrived for this destination so far. */
    public static List<Arrived> now(String to) {
        try {
            return Files.exists(FILE)
                    ? Files.readAllLines(FILE).stream()
                            .map(line -> line.split("\t", 3))
                            .filter(fields -> fields.length == 3 && fields[1].equals(to))
                            .map(f -> new Arrived(f[0], f[1], URLDecoder.decode(f[2], UTF_8)))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number whose text messages the carrier answers with this status; 0: not at all. */
    public static String refusedNumber(int status) {
        return REFUSED_NUMBER + "%04d".formatted(status);
    }

    /** A mailbox whose mails the server answers with this reply code. */
    public static String refusedMailbox(int code) {
        return "answered-" + code + "@example.com";
    }

    /** A mailbox whose messages the receiver of webhooks answers with this status first. */
    public static String refusedOnce(int status, String name) {
        return "hook-" + status + "-" + name + "@example.com";
    }

    /** The parameters of what the carrier was last asked for on behalf of this number. */
    public static Map<String, List<String>> order(String to) {
        try {
            return Files.readAllLines(ORDERS).stream()
                    .map(Outbox::parsed)
                    .filter(order -> order.get("To").equals(List.of(to)))
                    .toList()
                    .getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what was signed and how: id, time, signature and body, one a line. */
    private void webhook(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Headers headers = exchange.getRequestHeaders();
        Matcher to = TO.matcher(body);
        String receiver = to.find() ? to.group(1) : "nobody";
        write(
                "webhook",
                receiver,
                String.join(
                        "\n",
                        exchange.getRequestURI().getPath(),
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        body));
        Matcher matcher = REFUSED_ONCE.matcher(receiver);
        exchange.getResponseHeaders().add("Location", "/hook/elsewhere");
        boolean isRefused = matcher.matches() && refused.add(receiver);
        exchange.sendResponseHeaders(isRefused ? Integer.parseInt(matcher.group(1)) : 204, -1);
        exchange.close();
    }

    private static void mail(String to, byte[] data) throws RejectException {
        Matcher refused = REFUSED_MAILBOX.matcher(to);
        if (refused.matches()) {
            throw new RejectException(Integer.parseInt(refused.group(1)), "not for " + to);
        }
        write("email", to, new String(data, UTF_8));
    }

    private static void message(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        String to = form.get("To");
        if (!to.startsWith(REFUSED_NUMBER)) {
            write("sms", to, form.get("Body"));
            answer(exchange, 201);
        } else if (!to.equals(refusedNumber(0))) {
            answer(exchange, Integer.parseInt(to.substring(REFUSED_NUMBER.length())));
        }
    }

    private static void call(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        write("voice", form.get("To"), form.get("Twiml"));
        answer(exchange, 201);
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        append(ORDERS, body);
        return parsed(body).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    private static Map<String, List<String>> parsed(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.groupingBy(
                                pair -> URLDecoder.decode(pair[0], UTF_8),
                                Collectors.mapping(
                                        pair -> URLDecoder.decode(pair[1], UTF_8),
                                        Collectors.toList())));
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] body = "{\"sid\":\"SM1\",\"status\":\"queued\"}".getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void write(String channel, String to, String body) {
        append(FILE, String.join("\t", channel, to, URLEncoder.encode(body, UTF_8)));
    }

    private static synchronized void append(Path file, String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        carrier.stop(0);
        mail.stop();
    }
}
