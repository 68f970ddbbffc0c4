package io.vouchline.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Redis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Clients that may ask three times at once and then once in a while, and impatient bodies. */
public final class LimitFixture implements QuarkusTestResourceLifecycleManager {

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
        for (String id :
                new String[] {"dialogflow", "telavox", "telesign", "both", "counted", "other"}) {
            client(settings, id);
        }
        settings.put(CLIENT + "other.policy.requests-at-once", "1000");
        settings.put("vouchline.limit.body-time", "300ms");
        return settings;
    }

    static String key(String id) {
        return id + "-is-the-client-of-this-key";
    }

    private static void client(Map<String, String> settings, String id) {
        settings.put(CLIENT + id + ".tenant", "bank");
        settings.put(CLIENT + id + ".dialects", "dialogflow,telavox,telesign");
        settings.put(CLIENT + id + ".default-region", "US");
        settings.put(CLIENT + id + ".header", "X-API-Key");
        settings.put(CLIENT + id + ".key-file", KeyFiles.write("limit-" + id, key(id)).toString());
        settings.put(CLIENT + id + ".policy.requests-at-once", "3");
        settings.put(CLIENT + id + ".policy.requests-per-second", "1");
    }

    @Override
    public void stop() {
        upstreams.close();
        redis.stop();
    }

    /** A gateway that limits early. */
    public static final class Limited implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(LimitFixture.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }
}
