package io.vouchline.gateway.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The tokens that platforms get, and show to the gateway. */
@ConfigMapping(prefix = "vouchline.platform-token")
public interface PlatformTokenConfig {

    /** The name of {@link #signingKeyFile()}, for messages. */
    String SIGNING_KEY_FILE = "vouchline.platform-token.signing-key-file";

    /**
     * The private key that signs them: one EC P-256 JWK with a {@code kid}, and none of the other
     * tokens. Without it platforms get none.
     */
    Optional<Path> signingKeyFile();

    /** How long a token is good for, 1 min to 24 h. */
    @WithDefault("1h")
    @DurationMin(minutes = 1)
    @DurationMax(hours = 24)
    Duration life();
}
