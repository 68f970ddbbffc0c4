package io.vouchline.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Clients that differ in how they have numbers screened. The id of a client is its key's beginning.
 */
public final class ScreeningFixture implements QuarkusTestResourceLifecycleManager {

    private static final String CLIENT = "vouchline.access.clients.";

    private final Redis redis = new Redis();
    private Upstreams upstreams;

    @Override
    public Map<String, String> start() {
        try {
            upstreams = new Upstreams();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = Essentials.settings(redis, upstreams.url());
        // A silent risk-service is left in time for the rest; how long in production, BudgetCheck
        // knows.
        settings.put("vouchline.upstream.risk.timeout", "1500ms");
        settings.put("vouchline.upstream.risk.retries", "0");
        client(settings, "standard", Map.of());
        client(settings, "off", Map.of("verify-plus", "false", "when-degraded", "block"));
        client(settings, "shadow", Map.of("shadow", "true", "when-degraded", "block"));
        client(settings, "call", Map.of("when-degraded", "call"));
        client(settings, "document", Map.of("document-mode", "true"));
        client(settings, "block", Map.of("when-degraded", "block"));
        client(
                settings,
                "lenient",
                Map.of(
                        "risk-threshold",
                        "820",
                        "risk-scale",
                        "intelligence-1-0",
                        "expected-regions",
                        "CA,MX",
                        "fallback",
                        "sms"));
        return settings;
    }

    static String key(String id) {
        return id + "-is-the-client-of-this-key";
    }

    private static void client(
            Map<String, String> settings, String id, Map<String, String> policy) {
        settings.put(CLIENT + id + ".tenant", "bank");
        settings.put(CLIENT + id + ".dialects", "dialogflow,telesign");
        settings.put(CLIENT + id + ".default-region", "US");
        settings.put(CLIENT + id + ".header", "X-API-Key");
        settings.put(
                CLIENT + id + ".key-file", KeyFiles.write("screening-" + id, key(id)).toString());
        policy.forEach((name, value) -> settings.put(CLIENT + id + ".policy." + name, value));
    }

    @Override
    public void stop() {
        upstreams.close();
        redis.stop();
    }

    /** A gateway of its own, since risk-service fails so often there. */
    public static final class Screened implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ScreeningFixture.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
