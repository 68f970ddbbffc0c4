package io.vouchline.gateway.callback;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Keysets;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Redis;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two of Telesign's clients, one with two live keys, and a gateway that sends reports to loopback.
 */
public final class CallbackFixture implements QuarkusTestResourceLifecycleManager {

    static final String CLIENT = "platform";
    static final String OTHER_CLIENT = "other-platform";
    static final String CUSTOMER = "FFFFFFFF-EEEE-DDDD-1234-AB1234567890";

    private static final String PREFIX = "vouchline.access.clients.";
    private static final String NOWHERE = "http://127.0.0.1:1";

    private final Redis redis = new Redis();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(redis.start());
        settings.putAll(Ports.settings());
        settings.put("vouchline.seal.keyset-file", Keysets.keyset("calls.json").toString());
        settings.put("vouchline.numbers.key-file", KeyFiles.secret("numbers").toString());
        settings.put("vouchline.token.signing-key-file", KeyFiles.signingKey().toString());
        for (String service : new String[] {"lookup", "otp", "risk"}) {
            settings.put("quarkus.rest-client." + service + ".url", NOWHERE);
        }
        client(
                settings,
                CLIENT,
                CUSTOMER,
                CallbackKeyTest.KEY + "\nUak4fcLTTH/Tv8c/Q6QMwl5t4cl=0123456789");
        client(settings, OTHER_CLIENT, "ANOTHER", "ABEiM0RVZneImaq7zN3u/wARIjNEVWZ3");
        return settings;
    }

    private static void client(
            Map<String, String> settings, String id, String customer, String keys) {
        settings.put(PREFIX + id + ".tenant", "bank");
        settings.put(PREFIX + id + ".dialects", "telesign");
        settings.put(PREFIX + id + ".default-region", "US");
        settings.put(PREFIX + id + ".customer-id", customer);
        settings.put(PREFIX + id + ".key-file", KeyFiles.write("callback-" + id, keys).toString());
    }

    @Override
    public void stop() {
        redis.stop();
    }

    /** Reports are made and sent, often, and the clock of the queue can be moved. */
    public static final class Reporting implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "vouchline.callback.enabled", "true",
                    "vouchline.callback.allow-insecure", "true",
                    "vouchline.callback.at-once-per-client", "2",
                    "vouchline.callback.pause", "50ms");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(QueueClock.class);
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(CallbackFixture.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** The clock of Redis's scripts, moved by hand: only forwards, so that nothing is early. */
    @Alternative
    @Singleton
    public static class QueueClock extends ClockOffset {

        private volatile Duration offset = Duration.ZERO;

        /** Lets time pass. */
        public void pass(Duration time) {
            offset = offset.plus(time);
        }

        @Override
        public Duration value() {
            return offset;
        }
    }
}
