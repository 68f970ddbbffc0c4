package io.vouchline.lookup.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vouchline.contract.testing.KeyFiles;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The four steps of a rotation: publish, make primary, seal anew, withdraw. */
class KeyRotationTest {

    private static final UUID ROW = new UUID(1, 2);
    private static final byte[] VALUE = "a value".getBytes(UTF_8);

    @Test
    void eachStepOpensWhatTheStepsBesideItSealed() throws Exception {
        KeysetHandle old = freshKeyset();
        KeysetHandle published =
                KeysetHandle.newBuilder(old)
                        .addEntry(KeysetHandle.importKey(freshKeyset().getAt(0).getKey()))
                        .build();
        KeysetHandle.Builder turned = KeysetHandle.newBuilder(published);
        turned.getAt(1).makePrimary();
        KeysetHandle primary = turned.build();
        KeysetHandle.Builder shortened = KeysetHandle.newBuilder(primary);
        shortened.deleteAt(0);
        KeysetHandle withdrawn = shortened.build();

        Vault[] steps = {vault(old), vault(published), vault(primary), vault(withdrawn)};
        for (int i = 1; i < steps.length; i++) {
            if (i < 3) {
                assertOpens(steps[i], steps[i - 1]);
            }
            assertOpens(steps[i - 1], steps[i]);
        }
        assertOpens(steps[3], steps[2]);
        byte[] sealedWithTheOldKey = steps[1].seal(VALUE, "bank", ROW);
        assertThrows(SealException.class, () -> steps[3].open(sealedWithTheOldKey, "bank", ROW));
    }

    @Test
    void aSealedValueOpensInItsOwnRowAndTenantOnly() throws Exception {
        Vault vault = vault(freshKeyset());
        byte[] sealed = vault.seal(VALUE, "bank", ROW);
        assertThrows(SealException.class, () -> vault.open(sealed, "bank", new UUID(1, 3)));
        assertThrows(SealException.class, () -> vault.open(sealed, "other", ROW));
    }

    private static void assertOpens(Vault opener, Vault sealer) {
        assertArrayEquals(VALUE, opener.open(sealer.seal(VALUE, "bank", ROW), "bank", ROW));
    }

    private static KeysetHandle freshKeyset() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    }

    private static Vault vault(KeysetHandle keyset) throws GeneralSecurityException {
        Path file =
                KeyFiles.write(
                        "rotation-" + UUID.randomUUID() + ".json",
                        TinkJsonProtoKeysetFormat.serializeKeyset(
                                keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        return new Vault(
                new VaultConfig() {
                    @Override
                    public Path keysetFile() {
                        return file;
                    }

                    @Override
                    public Path indexKeyFile() {
                        return file;
                    }
                },
                new SimpleMeterRegistry());
    }
}
