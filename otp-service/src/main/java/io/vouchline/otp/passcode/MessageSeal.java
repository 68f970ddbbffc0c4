package io.vouchline.otp.passcode;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Seals what must not be read where it is kept (AES-256-GCM by Tink): the message that waits to be
 * sent, bound to its reference, and the secret of a security key, bound to its owner. Copied to
 * another place it does not open.
 */
@Singleton
public final class MessageSeal {

    private final Aead aead;

    /** Opens the keyset once, at start. */
    public MessageSeal(PasscodeConfig config) {
        this.aead = aead(config.keysetFile());
    }

    /** Seals a message for this reference, in Base64. */
    public String seal(byte[] message, String reference) {
        return Base64.getEncoder().encodeToString(sealBytes(message, reference));
    }

    /**
     * Opens what was sealed for this reference.
     *
     * @throws IllegalStateException if the key is not in the keyset or the message was changed
     */
    public byte[] open(String sealed, String reference) {
        return openBytes(Base64.getDecoder().decode(sealed), reference);
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

    private static Aead aead(Path file) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file),
                            AeadConfig2026.get(),
                            InsecureSecretKeyAccess.get())
                    .getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "vouchline.passcode.keyset-file=%s is not a usable keyset (%s); mount a Tink AEAD keyset as JSON"
                            .formatted(file, e.getClass().getSimpleName()),
                    e);
        }
    }
}
