package io.vouchline.gateway.callback;

import static io.vouchline.contract.testing.RedisConnection.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.net.JksOptions;
import io.vertx.mutiny.core.Vertx;
import io.vouchline.gateway.callback.Destinations.Destination;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPostTest {

    private static final String PASSWORD = "of-a-test";
    private static final byte[] BODY = "{\"body\":true}".getBytes(UTF_8);

    /** A name that nobody can resolve (RFC 2606). */
    private static final String NAME = "receiver.invalid";

    @TempDir private static Path folder;

    private static Vertx vertx;
    private static Receiver receiver;
    private static ReportPost post;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        receiver = new Receiver();
        post = new ReportPost(vertx, ReportPost.options(8));
    }

    @AfterAll
    static void stop() {
        receiver.close();
        vertx.closeAndAwait();
    }

    @Test
    void theConnectionGoesToTheAddressAndTheNameIsNotResolvedAgain() {
        assertEquals(200, post(NAME, "/200/a?b=%2F"));
        Receiver.Post got = receiver.posts("/200/a?b=%2F", 1).getFirst();
        assertEquals(NAME + ":" + receiver.port(), got.headers().get("Host"));
        assertEquals("{\"body\":true}", got.body());
        assertEquals("yes", got.headers().get("X-Test"));
    }

    @Test
    void aRedirectionIsToldAndNotFollowed() {
        assertEquals(307, post(NAME, "/redirect/x"));
        assertEquals(List.of(), receiver.posts("/200/redirected"));
    }

    @Test
    void anAnswerWithoutEndEnds() {
        assertEquals(200, post(NAME, "/endless/x"));
    }

    @Test
    void whoStopsWaitingClosesTheConnection() {
        for (int i = 0; i < 20; i++) {
            // More than there may be at once: each must have been closed.
            assertThrows(
                    TimeoutException.class,
                    () ->
                            await(
                                    post.post(
                                                    to(receiver, false, NAME, "/silent/x"),
                                                    headers(),
                                                    BODY)
                                            .ifNoItem()
                                            .after(Duration.ofMillis(50))
                                            .fail()));
        }
        assertEquals(200, post(NAME, "/200/after"));
    }

    @Test
    void noTraceGoesWithIt() {
        assertEquals(200, post(NAME, "/200/untraced"));
        Map<String, String> headers = receiver.posts("/200/untraced", 1).getFirst().headers();
        assertFalse(headers.containsKey("traceparent"), headers::toString);
        assertFalse(headers.containsKey("baggage"), headers::toString);
    }

    @Test
    void theCertificateMustBeThatOfTheNameAlthoughTheAddressIsGiven()
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = certificateOf(NAME);
        try (Receiver secure = new Receiver(context(store))) {
            ReportPost trusting =
                    new ReportPost(
                            vertx,
                            ReportPost.options(8)
                                    .setTrustOptions(
                                            new JksOptions()
                                                    .setPath(store.toString())
                                                    .setPassword(PASSWORD)));
            assertEquals(
                    200, await(trusting.post(to(secure, true, NAME, "/200/tls"), headers(), BODY)));
            assertThrows(
                    CompletionException.class,
                    () ->
                            await(
                                    trusting.post(
                                            to(secure, true, "another.invalid", "/200/tls"),
                                            headers(),
                                            BODY)));
            assertThrows(
                    CompletionException.class,
                    () -> await(post.post(to(secure, true, NAME, "/200/tls"), headers(), BODY)));
            assertEquals(1, secure.posts("/200/tls").size());
        }
    }

    private static int post(String host, String target) {
        return await(post.post(to(receiver, false, host, target), headers(), BODY));
    }

    private static Map<String, String> headers() {
        return Map.of("X-Test", "yes");
    }

    private static Destination to(Receiver receiver, boolean tls, String host, String target) {
        return new Destination(
                new CallbackAddress(tls, host, receiver.port(), target),
                InetAddress.getLoopbackAddress());
    }

    private static Path certificateOf(String name) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".jks");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "receiver",
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                "san=dns:" + name,
                                "-storetype",
                                "JKS",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD,
                                "-keypass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, keytool.waitFor(), said);
        assertTrue(Files.exists(store));
        return store;
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
