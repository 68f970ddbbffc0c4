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
 * Seals the message that waits to be sent (AES-256-GCM by Tink), bound to its reference: copied to
 * another verification it does not open.
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
        try {
            return Base64.getEncoder()
                    .encodeToString(aead.encrypt(message, reference.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a message could not be sealed", e);
        }
    }

    /**
     * Opens what was sealed for this reference.
     *
     * @throws IllegalStateException if the key is not in the keyset or the message was changed
     */
    public byte[] open(String sealed, String reference) {
        try {
            return aead.decrypt(Base64.getDecoder().decode(sealed), reference.getBytes(UTF_8));
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
