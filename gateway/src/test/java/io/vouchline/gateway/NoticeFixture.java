package io.vouchline.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Two tenants, one of them with two clients, and a gateway that carries notices. */
public final class NoticeFixture implements QuarkusTestResourceLifecycleManager {

    static final String KEY = "a-key-of-the-notice-tests-0123456";

    private static final String CLIENT = "vouchline.access.clients.";

    private final Redis redis = new Redis();
    private ContactBook contacts;

    @Override
    public Map<String, String> start() {
        try {
            contacts = new ContactBook();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = Essentials.settings(redis, contacts.url());
        client(settings, "first", "bank", KEY);
        client(settings, "second", "bank", "another-key-of-the-notice-tests");
        client(settings, "third", "a-bank", "a-third-key-of-the-notice-tests");
        return settings;
    }

    private static void client(Map<String, String> settings, String id, String tenant, String key) {
        settings.put(CLIENT + id + ".tenant", tenant);
        settings.put(CLIENT + id + ".dialects", "dialogflow");
        settings.put(CLIENT + id + ".default-region", "US");
        settings.put(CLIENT + id + ".header", "X-API-Key");
        settings.put(CLIENT + id + ".key-file", KeyFiles.write("notice-" + id, key).toString());
    }

    @Override
    public void stop() {
        contacts.close();
        redis.stop();
    }

    /** Notices are carried, often; a caller's call to otp-service is read for one second only. */
    public static final class Carrying implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vouchline.notice.enabled", "true",
                    "vouchline.notice.every", "100ms",
                    "quarkus.rest-client.otp.read-timeout", "1000");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(NoticeFixture.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
