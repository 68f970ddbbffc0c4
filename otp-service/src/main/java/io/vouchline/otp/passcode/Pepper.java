package io.vouchline.otp.passcode;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.key.SecretKeySet.SecretKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;

/**
 * Hashes codes: HMAC-SHA-256 of reference and code under a key that Redis never sees. Without the
 * key, a copy of Redis tells nothing of the codes, though there are only a million of them.
 */
@Singleton
public final class Pepper {

    private final SecretKeySet keys;

    @Inject
    Pepper(PasscodeConfig config) {
        this(SecretKeySet.read("vouchline.passcode.pepper-file", config.pepperFile()));
    }

    /** Hashes under these keys. */
    public Pepper(SecretKeySet keys) {
        this.keys = keys;
    }

    /** The hash under the current key. */
    public KeyedHash hash(String reference, Passcode code) {
        return hash(keys.current(), reference, code.digits());
    }

    /** The hashes of a submitted code under every live key, the current one first. */
    public List<KeyedHash> candidates(String reference, String submitted) {
        return keys.all().stream().map(key -> hash(key, reference, submitted)).toList();
    }

    /**
     * Names an attempt together with what was submitted: the same attempt with another code is
     * another one.
     */
    public String attempt(String attemptId, String submitted) {
        return hash(keys.current(), "attempt " + attemptId, submitted).mac();
    }

    private static KeyedHash hash(SecretKey key, String reference, String code) {
        byte[] mac = key.mac((reference + '\n' + code).getBytes(UTF_8));
        return new KeyedHash(key.id(), HexFormat.of().formatHex(mac));
    }

    /** A hash and the id of its key. */
    public record KeyedHash(String keyId, String mac) {}
}
