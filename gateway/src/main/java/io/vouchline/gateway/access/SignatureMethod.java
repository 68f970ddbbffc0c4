package io.vouchline.gateway.access;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ways to sign by a shared key (RFC 2104) that Telesign's clients use. */
enum SignatureMethod {
    HMAC_SHA256("HMAC-SHA256", "HmacSHA256"),
    /** The first clients' only way, and what they mean if they name none. */
    HMAC_SHA1("HMAC-SHA1", "HmacSHA1");

    private final String method;
    private final String algorithm;

    SignatureMethod(String method, String algorithm) {
        this.method = method;
        this.algorithm = algorithm;
    }

    /** The one that an {@code x-ts-auth-method} header names, in any case. */
    static Optional<SignatureMethod> of(String method) {
        String name = method.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(digest -> digest.method.equals(name)).findFirst();
    }

    /** Whether one of the keys has signed the text. Every key is tried, in constant time each. */
    boolean isBy(List<SecretKeySpec> keys, byte[] text, byte[] signature) {
        boolean found = false;
        for (SecretKeySpec key : keys) {
            found |= MessageDigest.isEqual(sign(key, text), signature);
        }
        return found;
    }

    /** The signature of a text. */
    byte[] sign(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(key);
            return mac.doFinal(text);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
