package io.vouchline.lookup.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.key.SecretKeySet.SecretKey;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.UUID;

/**
 * Finds sealed values by equality: the first 128 bits of an HMAC-SHA-256 over tenant, kind and the
 * normalised value. Without the key an index tells nothing of its value; with another tenant or
 * kind the same value has an unrelated index.
 */
@Singleton
public final class BlindIndex {

    private final SecretKey key;
    private final Counter macs;

    /** Reads the index key once, at start. */
    public BlindIndex(VaultConfig config, MeterRegistry metrics) {
        this.key =
                SecretKeySet.read("vouchline.vault.index-key-file", config.indexKeyFile())
                        .current();
        this.macs = metrics.counter("vouchline.vault.operations", "operation", "mac");
    }

    /** The index of a value, which has been normalised before: equal values must be equal texts. */
    public UUID of(String tenant, Kind kind, String value) {
        macs.increment();
        byte[] mac = key.mac((tenant + '\n' + kind.mark() + '\n' + value).getBytes(UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(mac);
        return new UUID(bits.getLong(), bits.getLong());
    }

    /** What kind of value an index stands for. */
    public enum Kind {
        /** The institution's own durable id of a customer; its index is the row's id. */
        CUSTOMER,
        /** An account number; its index is the row's id. */
        ACCOUNT,
        /** A telephone number in E.164 form. */
        PHONE,
        /** A mailbox in lower case. */
        MAILBOX,
        /** A line of a load, as it was delivered. */
        LINE,
        /** The known text that proves the key. */
        CANARY;

        /** Its word in the database. */
        public String mark() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
