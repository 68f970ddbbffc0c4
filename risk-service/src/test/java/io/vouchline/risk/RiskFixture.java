package io.vouchline.risk;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Redis;
import java.util.HashMap;
import java.util.Map;

/** A real Redis, real keys and two sandbox numbers. */
public final class RiskFixture implements QuarkusTestResourceLifecycleManager {

    private static final String SANDBOX =
            """
            client,number,phone_type,score
            allowed,+15552345678,2,82
            blocked,+15552345678,2,820
            """;

    private final Redis redis = new Redis();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(redis.start());
        settings.putAll(Ports.settings());
        settings.put(
                "mp.jwt.verify.publickey.location", KeyFiles.verificationKeys().toUri().toString());
        settings.put("vouchline.numbers.key-file", KeyFiles.secret("numbers").toString());
        settings.put("vouchline.sandbox.file", KeyFiles.write("sandbox.csv", SANDBOX).toString());
        return settings;
    }

    @Override
    public void stop() {
        redis.stop();
    }
}
