package io.vouchline.otp;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Keysets;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Redis;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A real Redis, real keys, and receivers for what is sent. */
public final class OtpFixture implements QuarkusTestResourceLifecycleManager {

    private final Redis redis = new Redis();
    private final Outbox outbox = new Outbox();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(redis.start());
        settings.putAll(outbox.start());
        settings.putAll(Ports.settings());
        settings.put(
                "mp.jwt.verify.publickey.location", KeyFiles.verificationKeys().toUri().toString());
        settings.put("vouchline.passcode.pepper-file", KeyFiles.secret("pepper").toString());
        settings.put("vouchline.passcode.keyset-file", Keysets.keyset("passcodes.json").toString());
        settings.put("vouchline.numbers.key-file", KeyFiles.secret("numbers").toString());
        settings.put("vouchline.push.tenants.bank.secret-file", appSecret("bank").toString());
        settings.put("vouchline.push.tenants.other.secret-file", appSecret("other").toString());
        return settings;
    }

    /** The file with the secret that signs the answers of this tenant's app. */
    public static Path appSecret(String tenant) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return KeyFiles.write(
                "app-" + tenant + ".txt", "whsec_" + Base64.getEncoder().encodeToString(secret));
    }

    @Override
    public void stop() {
        outbox.stop();
        redis.stop();
    }
}
