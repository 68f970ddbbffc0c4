package io.vouchline.otp.passcode;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the keys of codes are mounted. */
@ConfigMapping(prefix = "vouchline.passcode")
public interface PasscodeConfig {

    /**
     * A JWK set with {@code oct} keys: the peppers. Codes are hashed under the first; those hashed
     * under another one stay valid while it is in the file.
     */
    Path pepperFile();

    /**
     * A Tink keyset with AES-256-GCM keys, as JSON: seals the messages that wait to be sent, and
     * the secrets of security keys. A key must stay in it, though no longer the primary one, while
     * security keys live that were sealed under it.
     */
    Path keysetFile();
}
