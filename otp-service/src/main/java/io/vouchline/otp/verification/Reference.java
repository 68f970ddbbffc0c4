package io.vouchline.otp.verification;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The name of a verification: 32 upper-case hexadecimal digits. The first is the partition, so that
 * a reference alone leads to the one place where all keys of its number lie; the other 124 bits are
 * random.
 *
 * @param value the digits
 */
public record Reference(String value) {

    private static final int BYTES = 16;

    /** A fresh reference in the partition of this number's hash. */
    static Reference draw(RandomGenerator random, String numberHash) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String digits = HexFormat.of().withUpperCase().formatHex(bytes);
        return new Reference(numberHash.charAt(0) + digits.substring(1));
    }
}
