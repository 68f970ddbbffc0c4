package io.vouchline.risk;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.KeyFiles;
import java.util.Map;

/** Real keys and two sandbox numbers. */
public final class RiskFixture implements QuarkusTestResourceLifecycleManager {

    private static final String SANDBOX =
            """
            client,number,phone_type,score
            allowed,+15552345678,2,82
            blocked,+15552345678,2,820
            """;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "mp.jwt.verify.publickey.location",
                KeyFiles.verificationKeys().toUri().toString(),
                "vouchline.sandbox.file",
                KeyFiles.write("sandbox.csv", SANDBOX).toString());
    }

    @Override
    public void stop() {}
}
