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
 * Clients of our own API: one that may enrol, one that may not, another tenant's, and a platform.
 */
public final class DoorsFixture implements QuarkusTestResourceLifecycleManager {

    static final String ENROLLING_KEY = "a-key-that-may-enrol-0123456789";
    static final String PLAIN_KEY = "a-key-that-may-not-enrol-012345";
    static final String FOREIGN_KEY = "a-key-of-another-tenant-0123456";
    static final String PLATFORM_KEY = "a-key-of-another-dialect-012345";

    static final String LISTING_KEY = "a-key-that-may-list-and-tell-012";
    static final String DESK_KEY = "a-key-of-a-telavox-desk-0123456";
    static final String IDLE_DESK_KEY = "a-key-of-a-desk-without-lists-01";

    static final String READING_KEY = "a-key-that-may-read-calls-01234";

    private static final String EXAMPLE_SECRET = "a-secret-of-the-examples-0123456789";
    private static final String EXAMPLE_OPERATORS_SECRET = "a-secret-of-an-operator-0123456789";

    private static final String CLIENT = "vouchline.access.clients.";
    private static final String OPERATOR = "vouchline.access.operators.acme-support.";
    private static final String ASSERTIONS = "assertions";

    private final Redis redis = new Redis();
    private Services services;
    private boolean assertions = true;

    @Override
    public void init(Map<String, String> arguments) {
        assertions = Boolean.parseBoolean(arguments.getOrDefault(ASSERTIONS, "true"));
    }

    @Override
    public Map<String, String> start() {
        try {
            services = new Services();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = Essentials.settings(redis, services.url());
        if (assertions) {
            settings.put("vouchline.assertion.signing-key-file", AssertionKey.file().toString());
        }
        client(settings, "enrolling", "bank", "vouchline", ENROLLING_KEY);
        settings.put(CLIENT + "enrolling.policy.enrol-authenticators", "true");
        settings.put(CLIENT + "enrolling.policy.institution", "Bank of the Tests");
        settings.put(CLIENT + "enrolling.policy.security-key-digits", "8");
        settings.put(CLIENT + "enrolling.policy.code-life", "10m");
        client(settings, "plain", "bank", "vouchline", PLAIN_KEY);
        client(settings, "foreign", "another-bank", "vouchline", FOREIGN_KEY);
        settings.put(CLIENT + "foreign.policy.enrol-authenticators", "true");
        client(settings, "platform", "bank", "dialogflow", PLATFORM_KEY);
        settings.put(CLIENT + "platform.policy.lists", "deny,allow");
        settings.put(CLIENT + "platform.policy.feedback", "true");
        client(settings, "listing", "bank", "vouchline", LISTING_KEY);
        settings.put(CLIENT + "listing.policy.lists", "deny,allow");
        settings.put(CLIENT + "listing.policy.feedback", "true");
        settings.put(CLIENT + "foreign.policy.lists", "deny");
        settings.put(CLIENT + "foreign.policy.list-life", "1h");
        settings.put(CLIENT + "foreign.policy.feedback", "true");
        client(settings, "desk", "bank", "telavox", DESK_KEY);
        settings.put(CLIENT + "desk.default-region", "SE");
        settings.put(CLIENT + "desk.policy.lists", "deny");
        client(settings, "reading", "bank", "vouchline", READING_KEY);
        settings.put(CLIENT + "reading.policy.calls", "true");
        client(settings, "idle-desk", "bank", "telavox", IDLE_DESK_KEY);
        accounts(settings);
        return settings;
    }

    /** Who gets tokens in the examples of the published documents: of a tenant of their own. */
    private static void accounts(Map<String, String> settings) {
        settings.put(
                "vouchline.platform-token.signing-key-file",
                AssertionKey.file("door-platform-signing.jwk", "platform-1").toString());
        client(settings, "acme-bot", "acme-bank", "dialogflow", EXAMPLE_SECRET);
        settings.put(CLIENT + "acme-bot.oauth", "true");
        settings.put(OPERATOR + "tenant", "acme-bank");
        settings.put(
                OPERATOR + "key-file",
                KeyFiles.write("door-operator", EXAMPLE_OPERATORS_SECRET).toString());
        settings.put(OPERATOR + "scopes", "attempts:clear,decisions:read");
        settings.put(OPERATOR + "audiences", "gateway");
    }

    private static void client(
            Map<String, String> settings, String id, String tenant, String dialect, String key) {
        settings.put(CLIENT + id + ".tenant", tenant);
        settings.put(CLIENT + id + ".dialects", dialect);
        settings.put(CLIENT + id + ".default-region", "US");
        settings.put(CLIENT + id + ".header", "X-API-Key");
        settings.put(CLIENT + id + ".key-file", KeyFiles.write("door-" + id, key).toString());
    }

    @Override
    public void stop() {
        services.close();
        redis.stop();
    }

    /** A gateway whose doors are all open. */
    public static class Open implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DoorsFixture.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** A gateway of its own, since so much fails there that breakers open. */
    public static final class Listened extends Open {}

    /** A gateway without a key for assertions. */
    public static final class WithoutAssertions extends Open {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(DoorsFixture.class, Map.of(ASSERTIONS, "false")));
        }
    }
}
