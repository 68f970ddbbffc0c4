package io.vouchline.contract.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Seals what must not be read where it is kept (AES-256-GCM by Tink), each thing bound to the
 * purpose that it is for: copied to another place it does not open. What was sealed under a key
 * opens as long as that key is in the keyset, whether or not it is the primary one.
 */
public final class Seal {

    private final Aead aead;

    private Seal(Aead aead) {
        this.aead = aead;
    }

    /**
     * Opens a keyset once: a Tink AEAD keyset as JSON.
     *
     * @param setting the name of the setting that gave the path, for the message
     * @throws IllegalStateException with the setting, the path and the remedy, if the file holds no
     *     usable keyset
     */
    public static Seal read(String setting, Path file) {
        try {
            return new Seal(
                    TinkJsonProtoKeysetFormat.parseKeyset(
                                    Files.readString(file),
                                    AeadConfig2026.get(),
                                    InsecureSecretKeyAccess.get())
                            .getPrimitive(AeadConfig2026.get(), Aead.class));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "%s=%s is not a usable keyset (%s); mount a Tink AEAD keyset as JSON"
                            .formatted(setting, file, e.getClass().getSimpleName()),
                    e);
        }
    }

    /** Seals a message for this purpose, in Base64. */
    public String seal(byte[] message, String purpose) {
        return Base64.getEncoder().encodeToString(sealBytes(message, purpose));
    }

    /**
     * Opens what {@link #seal} sealed for this purpose.
     *
     * @throws IllegalStateException if the key is not in the keyset or the message was changed
     * @throws IllegalArgumentException if it is not Base64
     */
    public byte[] open(String sealed, String purpose) {
        return openBytes(Base64.getDecoder().decode(sealed), purpose);
    }

    /**
     * Seals bytes for this purpose: for another one they do not open.
     *
     * @param purpose names what they are for; no two uses may share one
     */
    public byte[] sealBytes(byte[] bytes, String purpose) {
        try {
            return aead.encrypt(bytes, purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a message could not be sealed", e);
        }
    }

    /**
     * Opens bytes that were sealed for this purpose.
     *
     * @throws IllegalStateException if the key is not in the keyset or the bytes were changed
     */
    public byte[] openBytes(byte[] sealed, String purpose) {
        try {
            return aead.decrypt(sealed, purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed message did not open", e);
        }
    }
}
