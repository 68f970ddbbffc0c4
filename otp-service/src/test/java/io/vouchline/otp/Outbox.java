package io.vouchline.otp;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A carrier and a mail server that write down what arrives, in a file that the test reads. They
 * refuse what is for {@link #refusedNumber} and {@link #refusedMailbox}.
 */
public final class Outbox implements QuarkusTestResourceLifecycleManager {

    private static final Path FILE = Path.of("target", "outbox.txt").toAbsolutePath();

    private static final String REFUSED_NUMBER = "+1202555";
    private static final Pattern REFUSED_MAILBOX = Pattern.compile("answered-([0-9]{3})@.*");

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
            carrier =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            carrier.createContext("/2010-04-01/Accounts/ACtest/Messages.json", Outbox::message);
            carrier.createContext("/2010-04-01/Accounts/ACtest/Calls.json", Outbox::call);
            carrier.start();
            int mailPort = Ports.free();
            mail =
                    SMTPServer.port(mailPort)
                            .bindAddress(InetAddress.getLoopbackAddress())
                            .messageHandler((context, from, to, data) -> mail(to, data))
                            .build();
            mail.start();
            return Map.of(
                    "quarkus.rest-client.carrier.url",
                    "http://127.0.0.1:" + carrier.getAddress().getPort(),
                    "vouchline.delivery.carrier.account-sid",
                    "ACtest",
                    "vouchline.delivery.carrier.auth-token-file",
                    KeyFiles.write("carrier.token", "a carrier's secret").toString(),
                    "vouchline.delivery.carrier.from",
                    "+15005550006",
                    "quarkus.mailer.mock",
                    "false",
                    "quarkus.mailer.host",
                    "127.0.0.1",
                    "quarkus.mailer.port",
                    Integer.toString(mailPort),
                    "quarkus.mailer.from",
                    "no-reply@bank.example");
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
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> URLDecoder.decode(pair[0], UTF_8),
                                pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        byte[] body = "{\"sid\":\"SM1\",\"status\":\"queued\"}".getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static synchronized void write(String channel, String to, String body) {
        List<String> line =
                new ArrayList<>(List.of(channel, to, java.net.URLEncoder.encode(body, UTF_8)));
        try {
            Files.writeString(
                    FILE,
                    String.join("\t", line) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
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
