package io.vouchline.gateway.telesign;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.HexFormat;

/** References of transactions for which no code was made. */
@Singleton
final class ReferenceIds {

    private static final int BYTES = 16;

    // Not static: a native image must not carry a generator that was seeded when it was built.
    private final SecureRandom random = new SecureRandom();

    /** 32 random upper-case hexadecimal digits. */
    String fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
