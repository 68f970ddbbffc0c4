package io.vouchline.lookup;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.Postgres;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL and real keys. */
public final class LookupFixture implements QuarkusTestResourceLifecycleManager {

    private final Postgres postgres = new Postgres();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(postgres.start());
        settings.putAll(Ports.settings());
        settings.put(
                "mp.jwt.verify.publickey.location", KeyFiles.verificationKeys().toUri().toString());
        settings.put("vouchline.vault.keyset-file", keyset("profiles.keyset.json").toString());
        settings.put("vouchline.vault.index-key-file", KeyFiles.secret("index").toString());
        return settings;
    }

    /** A fresh keyset file. */
    static Path keyset(String name) {
        try {
            KeysetHandle keyset =
                    KeysetHandle.generateNew(
                            PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            return KeyFiles.write(
                    name,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        postgres.stop();
    }
}
