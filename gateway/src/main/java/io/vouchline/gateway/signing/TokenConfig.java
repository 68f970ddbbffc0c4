package io.vouchline.gateway.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** The tokens that the gateway shows to the services. */
@ConfigMapping(prefix = "vouchline.token")
public interface TokenConfig {

    /** The name of {@link #signingKeyFile()}, for messages. */
    String SIGNING_KEY_FILE = "vouchline.token.signing-key-file";

    /** The private key that signs them: one EC P-256 JWK with a {@code kid}. */
    Path signingKeyFile();

    /** How long a token is good for; it is used for half of that. */
    @WithDefault("10m")
    Duration life();
}
