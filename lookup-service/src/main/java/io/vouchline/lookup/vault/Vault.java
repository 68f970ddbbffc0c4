package io.vouchline.lookup.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals and opens values (AES-256-GCM by Tink). A sealed value is bound to its tenant and row:
 * moved to another row or tenant it does not open.
 */
@Singleton
public final class Vault {

    private final Aead aead;
    private final Counter seals;
    private final Counter opens;

    /** Opens the keyset once, at start. */
    public Vault(VaultConfig config, MeterRegistry metrics) {
        this.aead = aead(config.keysetFile());
        this.seals = metrics.counter("vouchline.vault.operations", "operation", "seal");
        this.opens = metrics.counter("vouchline.vault.operations", "operation", "open");
    }

    /** Seals a value for this row. */
    public byte[] seal(byte[] value, String tenant, UUID row) {
        seals.increment();
        try {
            return aead.encrypt(value, binding(tenant, row));
        } catch (GeneralSecurityException e) {
            throw new SealException("a value could not be sealed", e);
        }
    }

    /**
     * Opens what was sealed for this row.
     *
     * @throws SealException if it was sealed with a key that is not in the keyset, or for another
     *     row, or was changed
     */
    public byte[] open(byte[] sealed, String tenant, UUID row) {
        opens.increment();
        try {
            return aead.decrypt(sealed, binding(tenant, row));
        } catch (GeneralSecurityException e) {
            throw new SealException("a sealed value did not open", e);
        }
    }

    private static byte[] binding(String tenant, UUID row) {
        return (tenant + '\n' + row).getBytes(UTF_8);
    }

    private static Aead aead(Path file) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file),
                            AeadConfig2026.get(),
                            InsecureSecretKeyAccess.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "vouchline.vault.keyset-file=%s is not a usable keyset (%s); mount a Tink AEAD keyset as JSON"
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }
}
