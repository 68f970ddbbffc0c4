package io.vouchline.gateway.transaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.key.SecretKeySet.SecretKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals transactions (AES-256-GCM, bound to their reference), since they hold telephone numbers.
 * The keys are derived from the {@code numbers} keys by HMAC-SHA-256 with a label of their own, so
 * that they say nothing of the hashes that are made with those; what an older key has sealed is
 * still opened while that key stands in the file.
 */
@Singleton
final class TransactionSeal {

    private static final String SETTING = "vouchline.numbers.key-file";
    private static final byte[] LABEL = "vouchline gateway transactions".getBytes(UTF_8);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKeySpec> keys;

    // Not static: a native image must not carry a generator that was seeded when it was built.
    private final SecureRandom random = new SecureRandom();

    @Inject
    TransactionSeal(@ConfigProperty(name = SETTING) String keyFile) {
        this(SecretKeySet.read(SETTING, Path.of(keyFile)));
    }

    TransactionSeal(SecretKeySet numbers) {
        this.keys = numbers.all().stream().map(TransactionSeal::derived).toList();
    }

    private static SecretKeySpec derived(SecretKey key) {
        return new SecretKeySpec(key.mac(LABEL), "AES");
    }

    /** The sealed text, in Base64. */
    String seal(String reference, byte[] text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, reference).doFinal(text);
            return Base64.getEncoder()
                    .encodeToString(
                            ByteBuffer.allocate(nonce.length + sealed.length)
                                    .put(nonce)
                                    .put(sealed)
                                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The text that was sealed under this reference; empty if no key opens it. */
    Optional<byte[]> open(String reference, String base64) {
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return sealed.length < NONCE_BYTES
                ? Optional.empty()
                : keys.stream().flatMap(key -> opened(key, reference, sealed).stream()).findFirst();
    }

    private static Optional<byte[]> opened(SecretKeySpec key, String reference, byte[] sealed) {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer _ = ByteBuffer.wrap(sealed).get(nonce);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, key, nonce, reference)
                            .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String reference)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(reference.getBytes(UTF_8));
        return cipher;
    }
}
