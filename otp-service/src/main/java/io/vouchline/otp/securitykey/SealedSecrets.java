package io.vouchline.otp.securitykey;

import io.vouchline.contract.seal.Seal;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Seals the secrets of security keys: they are kept by those who cannot open them. */
@Singleton
final class SealedSecrets {

    private static final Logger LOGGER = Logger.getLogger(SealedSecrets.class);

    private final Seal seal;

    SealedSecrets(Seal seal) {
        this.seal = seal;
    }

    byte[] seal(KeySecret secret, KeyName name) {
        return seal.sealBytes(secret.bytes(), name.purpose());
    }

    /** Nothing if it was sealed for another tenant, person or id, or was changed. */
    Optional<KeySecret> open(byte[] sealed, KeyName name) {
        try {
            return Optional.of(KeySecret.of(seal.openBytes(sealed, name.purpose())));
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOGGER.warn(
                    "a security key did not open: it was moved or changed, or its sealing key is no longer in the keyset");
            return Optional.empty();
        }
    }
}
