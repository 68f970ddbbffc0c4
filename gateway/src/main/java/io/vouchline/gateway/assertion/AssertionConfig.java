package io.vouchline.gateway.assertion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The statements of what a caller has proven. */
@ConfigMapping(prefix = "vouchline.assertion")
public interface AssertionConfig {

    /**
     * The private key that signs them: one EC P-256 JWK with a {@code kid}, and no key of the
     * internal tokens. Without it none are made, and none are accepted.
     */
    Optional<Path> signingKeyFile();

    /** How long a statement is good for, 10 s to 15 min. */
    @WithDefault("5m")
    @DurationMin(seconds = 10)
    @DurationMax(minutes = 15)
    Duration life();
}
