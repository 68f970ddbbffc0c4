package io.vouchline.local;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.is;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vouchline.local.carrier.OutboxMessage;
import io.vouchline.local.demo.OperatorToken;
import io.vouchline.local.key.DemoCredentials;
import io.vouchline.local.key.KeyFolder;
import io.vouchline.local.process.Member;
import io.vouchline.local.report.StopRequest;
import io.vouchline.local.report.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The fleet of four packaged services with real stores, on free ports: started once for all classes
 * that it extends, and stopped after the last one. Each test has customers of its own.
 */
public final class FleetUnderTest implements BeforeAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();
    private static final Set<String> STRANGERS = ConcurrentHashMap.newKeySet();

    private static Running running;

    private record Running(Fleet fleet, FleetSettings settings) implements AutoCloseable {

        static Running start() {
            try {
                Path folder = Files.createTempDirectory("fleet");
                Path project = Path.of("..", "..").toAbsolutePath().normalize();
                FleetSettings settings = FleetSettings.apart(project, folder);
                PrintStream out = new PrintStream(PRINTED, true, UTF_8);
                return new Running(
                        Fleet.start(settings, new Terminal(out, out), new StopRequest()), settings);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (RuntimeException e) {
                System.err.println(PRINTED.toString(UTF_8));
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            fleet.close();
            Path folder = Objects.requireNonNull(settings.environment().getParent());
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running =
                context.getRoot()
                        .getStore(Namespace.GLOBAL)
                        .computeIfAbsent(Running.class, type -> Running.start(), Running.class);
    }

    static Fleet fleet() {
        return running.fleet();
    }

    static FleetSettings settings() {
        return running.settings();
    }

    static DemoCredentials credentials() {
        return fleet().credentials();
    }

    /** All that the launcher and the services have printed. */
    static String printed() {
        return PRINTED.toString(UTF_8);
    }

    /** Notes what no log may ever hold, and returns it. */
    static String secret(String text) {
        SECRETS.add(text);
        return text;
    }

    static Set<String> secrets() {
        return SECRETS;
    }

    /** Notes a number that may get no message and that no log may ever hold, and returns it. */
    static String stranger(String number) {
        STRANGERS.add(number);
        return number;
    }

    static Set<String> strangers() {
        return STRANGERS;
    }

    static RequestSpecification at() {
        return given().baseUri(fleet().gatewayUrl());
    }

    static RequestSpecification keyed(String key) {
        return at().header("X-API-Key", key);
    }

    /** A request of our own API. */
    static ValidatableResponse ask(String path, String body) {
        return keyed(credentials().apiKey())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    /** A Dialogflow webhook of the client that never sees a code. */
    static ValidatableResponse webhook(String name, String body) {
        return webhook(credentials().apiKey(), name, body);
    }

    static ValidatableResponse webhook(String key, String name, String body) {
        return keyed(key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/dialogflow/" + name)
                .then()
                .statusCode(200);
    }

    /** Telesign's call. */
    static ValidatableResponse call(String id, String key, String form) {
        return at().header("Authorization", "Basic " + id + ":" + key)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .body(form)
                .post("/v1/verify/call")
                .then();
    }

    /** Has a code sent to a caller by text message, and returns it. */
    static String codeFor(String number) {
        Instant before = Instant.now();
        webhook("send_otp", "{\"phone_number\":\"%s\",\"channel\":\"mobile\"}".formatted(number))
                .body("otp_sent", is(true));
        return Objects.requireNonNull(
                arrived("+1" + number, before, message -> message.code() != null).code());
    }

    static String verify(String number, String code) {
        return "{\"phone_number\":\"%s\",\"otp\":\"%s\"}".formatted(number, code);
    }

    static String wrong(String code) {
        return code.charAt(0) == '0' ? "1" + code.substring(1) : "0" + code.substring(1);
    }

    /** Loads a customer of this number (without +1) and a mailbox that is named after the id. */
    static void customer(String id, String number) {
        load("""
                        {"id":"%1$s","name":"Casey Tester","phones":[{"number":"+1%2$s","verified":true}],"mailboxes":[{"address":"%1$s@example.com","verified":true}]}
                        """
                        .formatted(id, number))
                .body("created", is(1));
    }

    static ValidatableResponse load(String lines) {
        return typed(given().urlEncodingEnabled(false), "application/x-ndjson")
                .auth()
                .oauth2(token(Member.LOOKUP, "customers:import"))
                .body(lines)
                .post(fleet().url(Member.LOOKUP) + "/v1/customers:import")
                .then()
                .statusCode(200)
                .body("state", is("SUCCEEDED"));
    }

    /** With a body of a media type that REST Assured does not know. */
    static RequestSpecification typed(RequestSpecification request, String mediaType) {
        return request.config(
                        RestAssured.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .encodeContentTypeAs(mediaType, ContentType.TEXT)))
                .contentType(mediaType);
    }

    static KeyFolder keys() {
        return KeyFolder.existing(settings().state().resolve("keys"));
    }

    static String token(Member service, String scope) {
        return OperatorToken.of(keys().signer(), OperatorToken.DEMO_BANK, service, scope);
    }

    /** The newest message to this contact. */
    static OutboxMessage arrived(String to, Instant since) {
        return arrived(to, since, message -> true);
    }

    static OutboxMessage arrived(String to, Instant since, Predicate<OutboxMessage> wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            List<OutboxMessage> messages = messages(to, since).stream().filter(wanted).toList();
            if (!messages.isEmpty()) {
                return messages.getLast();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("no message arrived for a caller");
    }

    static List<OutboxMessage> messages(String to, Instant since) {
        return fleet().outbox().messages().stream()
                .filter(m -> m.to().equals(to) && !m.at().isBefore(since))
                .toList();
    }
}
