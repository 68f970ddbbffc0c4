package io.vouchline.gateway;

import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Keysets;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Redis;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What every gateway under test is told: its ports, a real Redis, real keys, and the services. */
final class Essentials {

    private Essentials() {}

    /**
     * The settings; Redis is started.
     *
     * @param services where the three services answer
     */
    static Map<String, String> settings(Redis redis, String services) {
        Map<String, String> settings = new HashMap<>(redis.start());
        settings.putAll(Ports.settings());
        settings.put("vouchline.numbers.key-file", KeyFiles.secret("numbers").toString());
        settings.put("vouchline.seal.keyset-file", Keysets.keyset("gateway.json").toString());
        settings.put("vouchline.token.signing-key-file", KeyFiles.signingKey().toString());
        for (String service : List.of("lookup", "otp", "risk")) {
            settings.put("quarkus.rest-client." + service + ".url", services);
        }
        return settings;
    }
}
