package io.vouchline.otp.passcode;

import io.vouchline.contract.seal.Seal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Opens the keyset once, at start: it seals the message that waits to be sent, bound to its
 * reference, and the secret of a security key, bound to its owner.
 */
final class SealingKey {

    @Produces
    @Singleton
    Seal seal(PasscodeConfig config) {
        return Seal.read("vouchline.passcode.keyset-file", config.keysetFile());
    }
}
