package io.vouchline.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** A client for each kind of credential, behind a proxy on this machine that is trusted. */
public final class AccessFixture implements QuarkusTestResourceLifecycleManager {

    static final String SIGNER = "FFFFFFFF-EEEE-DDDD-1234-AB1234567890";
    static final String SIGNING_KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=";
    static final String NEXT_SIGNING_KEY = "WllYV1ZVVFNSUVBPTk1MS0pJSEdGRURDQkE=";
    static final String DESK_KEY = "a-key-of-a-desk-0123456789";
    static final String RANGED_KEY = "a-key-of-a-ranged-desk-0123456789";
    static final String TOKEN_KEY = "a-key/for+tokens=0123456789";
    static final String OPERATOR_KEY = "a-key-of-an-operator-0123456789";
    static final String TWILIO_ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    static final String TWILIO_TOKEN = "0123456789abcdef0123456789abcdef";
    static final String NEXT_TWILIO_TOKEN = "f123456789abcdef0123456789abcdef";
    static final String OTHER_TWILIO_ACCOUNT = "ACfedcba9876543210fedcba9876543210";
    static final String OTHER_TWILIO_TOKEN = "e123456789abcdef0123456789abcdef";
    static final String SILENT_TWILIO_ACCOUNT = "AC00000000000000000000000000000000";
    static final String FLAT_KEY = "a-key-of-flat-platforms-0123456789";
    static final String AGENT = "service-1@gcp-sa-dialogflow.iam.gserviceaccount.com";
    static final String AUDIENCE = "https://gateway.bank.example/telavox/customer";

    private static final String CLIENT = "vouchline.access.clients.";
    private static final String OPERATOR = "vouchline.access.operators.desk-lead.";
    private static final String GOOGLE_KEY = "google-signing.jwk";

    // A system property: the test may live in another class loader than the one that starts Redis.
    private static final String REDIS_PORT = "vouchline.test.access-redis-port";

    private final Redis redis = new Redis();
    private Upstreams upstreams;
    private HttpServer google;

    @Override
    public Map<String, String> start() {
        try {
            upstreams = new Upstreams();
            google = google();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = Essentials.settings(redis, upstreams.url());
        System.setProperty(
                REDIS_PORT,
                Integer.toString(URI.create(settings.get("quarkus.redis.hosts")).getPort()));
        settings.put("vouchline.assertion.signing-key-file", AssertionKey.file().toString());
        settings.put(
                "vouchline.platform-token.signing-key-file",
                AssertionKey.file("platform-signing.jwk", "platform-1").toString());
        settings.put("vouchline.access.trusted-proxies", "127.0.0.0/8");
        settings.put("vouchline.access.failures.at-once", "30");
        settings.put("vouchline.access.google.audiences", "https://other.example," + AUDIENCE);
        settings.put(
                "vouchline.access.google.jwks-url",
                "http://127.0.0.1:" + google.getAddress().getPort() + "/keys/v3");
        client(settings, "signing", "telesign", SIGNING_KEY + "\n" + NEXT_SIGNING_KEY);
        settings.put(CLIENT + "signing.customer-id", SIGNER);
        client(settings, "desk", "telavox", DESK_KEY);
        settings.put(CLIENT + "desk.header", "X-API-Key");
        client(settings, "ranged", "telavox", RANGED_KEY);
        settings.put(CLIENT + "ranged.header", "X-Desk-Key");
        settings.put(CLIENT + "ranged.source-ranges", "80.83.208.0/20");
        client(settings, "by-token", "telavox", TOKEN_KEY);
        settings.put(CLIENT + "by-token.oauth", "true");
        client(settings, "agent", "telavox", "");
        settings.put(CLIENT + "agent.google-service-agents", AGENT);
        client(settings, "line", "telavox", "");
        settings.put(CLIENT + "line.source-ranges", "203.0.113.0/24");
        settings.put(CLIENT + "line.source-only", "true");
        voices(settings);
        settings.put(OPERATOR + "tenant", "bank");
        settings.put(
                OPERATOR + "key-file", KeyFiles.write("access-operator", OPERATOR_KEY).toString());
        settings.put(OPERATOR + "scopes", "attempts:clear,customers:import");
        settings.put(OPERATOR + "audiences", "gateway,lookup-service");
        return settings;
    }

    private static void voices(Map<String, String> settings) {
        settings.put("vouchline.voice.public-url", TwilioRequest.PUBLIC_URL);
        client(settings, "twilio", "twilio", TWILIO_TOKEN + "\n" + NEXT_TWILIO_TOKEN);
        settings.put(CLIENT + "twilio.twilio-account-sid", TWILIO_ACCOUNT);
        client(settings, "other-twilio", "twilio", OTHER_TWILIO_TOKEN);
        settings.put(CLIENT + "other-twilio.twilio-account-sid", OTHER_TWILIO_ACCOUNT);
        client(settings, "silent-twilio", "telavox", TWILIO_TOKEN);
        settings.put(CLIENT + "silent-twilio.twilio-account-sid", SILENT_TWILIO_ACCOUNT);
        client(settings, "flat", "connect,genesys,twilio", FLAT_KEY);
        settings.put(CLIENT + "flat.header", "X-API-Key");
    }

    private static void client(
            Map<String, String> settings, String id, String dialect, String keys) {
        settings.put(CLIENT + id + ".tenant", "bank");
        settings.put(CLIENT + id + ".dialects", dialect);
        settings.put(CLIENT + id + ".default-region", "US");
        if (!keys.isEmpty()) {
            settings.put(
                    CLIENT + id + ".key-file", KeyFiles.write("access-" + id, keys).toString());
        }
    }

    /** Google, as far as it publishes keys. */
    private static HttpServer google() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys =
                new JsonWebKeySet(googleKey())
                        .toJson(OutputControlLevel.PUBLIC_ONLY)
                        .getBytes(UTF_8);
        server.createContext(
                "/",
                exchange -> {
                    boolean found = exchange.getRequestURI().getPath().equals("/keys/v3");
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(found ? 200 : 404, found ? keys.length : -1);
                    exchange.getResponseBody().write(found ? keys : new byte[0]);
                    exchange.close();
                });
        server.start();
        return server;
    }

    /** What Google signs with. */
    static RsaJsonWebKey googleKey() {
        try {
            RsaJsonWebKey fresh = RsaJwkGenerator.generateJwk(2048);
            fresh.setKeyId("google-1");
            Path file =
                    KeyFiles.write(GOOGLE_KEY, fresh.toJson(OutputControlLevel.INCLUDE_PRIVATE));
            return (RsaJsonWebKey) PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file));
        } catch (JoseException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where Redis listens. */
    static int redisPort() {
        return Integer.getInteger(REDIS_PORT);
    }

    @Override
    public void stop() {
        google.stop(0);
        upstreams.close();
        redis.stop();
    }

    /** A gateway with these clients. */
    public static final class Guarded implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(AccessFixture.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
