package io.vouchline.otp.securitykey;

import io.vouchline.contract.otp.SecurityKeyApi.Algorithm;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * The secret of a security key and how it is used. {@link #toString()} hides it.
 *
 * @param digits what the key shows, 6 to 8
 * @param secret as many bytes as the hash has (RFC 6238 section 5.1: at least as many bits)
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares secrets.
record KeySecret(Algorithm algorithm, int digits, byte[] secret) {

    private static final byte VERSION = 1;
    private static final int HEADER = 3;

    KeySecret {
        if (digits < 6 || digits > 8 || secret.length != length(algorithm)) {
            throw new IllegalArgumentException("not the secret of a security key");
        }
    }

    /** Draws a secret. */
    static KeySecret draw(SecureRandom random, Algorithm algorithm, int digits) {
        byte[] secret = new byte[length(algorithm)];
        random.nextBytes(secret);
        return new KeySecret(algorithm, digits, secret);
    }

    /**
     * Reads what {@link #bytes()} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static KeySecret of(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] != VERSION) {
            throw new IllegalArgumentException("not the secret of a security key");
        }
        byte[] secret = new byte[bytes.length - HEADER];
        System.arraycopy(bytes, HEADER, secret, 0, secret.length);
        return new KeySecret(algorithm(bytes[1]), bytes[2], secret);
    }

    /** Version, number of the algorithm, digits, secret. */
    byte[] bytes() {
        return ByteBuffer.allocate(HEADER + secret.length)
                .put(VERSION)
                .put(number(algorithm))
                .put((byte) digits)
                .put(secret)
                .array();
    }

    /** What is written down for years must not hang on the order of an enum. */
    private static byte number(Algorithm algorithm) {
        return switch (algorithm) {
            case SHA1 -> 1;
            case SHA256 -> 2;
            case SHA512 -> 3;
        };
    }

    private static Algorithm algorithm(byte number) {
        for (Algorithm algorithm : Algorithm.values()) {
            if (number(algorithm) == number) {
                return algorithm;
            }
        }
        throw new IllegalArgumentException("not the secret of a security key");
    }

    private static int length(Algorithm algorithm) {
        return switch (algorithm) {
            case SHA1 -> 20;
            case SHA256 -> 32;
            case SHA512 -> 64;
        };
    }

    @Override
    public String toString() {
        return "KeySecret[" + algorithm + "]";
    }
}
