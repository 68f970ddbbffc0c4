package io.vouchline.lookup.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.key.SecretKeySet.SecretKey;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Finds sealed values by equality: the first 128 bits of an HMAC-SHA-256 over tenant, kind and the
 * normalised value. Without the key an index tells nothing of its value; with another tenant or
 * kind the same value has an unrelated index.
 */
@Singleton
public final class BlindIndex {

    private final SecretKey key;

    /** Reads the index key once, at start. */
    public BlindIndex(VaultConfig config) {
        this.key =
                SecretKeySet.read("vouchline.vault.index-key-file", config.indexKeyFile())
                        .current();
    }

    /** The index of a value, which has been normalised before: equal values must be equal texts. */
    public UUID of(String tenant, String kind, String value) {
        byte[] mac = key.mac((tenant + '\n' + kind + '\n' + value).getBytes(UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(mac);
        return new UUID(bits.getLong(), bits.getLong());
    }
}
