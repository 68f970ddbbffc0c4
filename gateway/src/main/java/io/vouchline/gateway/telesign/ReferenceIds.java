package io.vouchline.gateway.telesign;

import java.security.SecureRandom;
import java.util.HexFormat;

/** References of transactions for which no code was made. */
final class ReferenceIds {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReferenceIds() {}

    /** 32 random upper-case hexadecimal digits. */
    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
