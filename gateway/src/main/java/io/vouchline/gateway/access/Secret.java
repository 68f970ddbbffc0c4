package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A key as it is kept in memory: its SHA-256. Keys are random and long, so the hash cannot be
 * turned round; and looking one up by its hash tells nothing by the time it takes.
 *
 * @param hash in hexadecimal
 */
record Secret(String hash) {

    static Secret of(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
            return new Secret(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[...]";
    }
}
