package io.vouchline.gateway.nonce;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How nonces are remembered. */
@ConfigMapping(prefix = "vouchline.nonce")
public interface NonceConfig {

    /** How long Redis may take to say whether a nonce is new; then the request is refused (503). */
    @WithDefault("250ms")
    @DurationMin(millis = 1)
    Duration timeout();
}
