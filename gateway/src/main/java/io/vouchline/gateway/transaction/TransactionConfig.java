package io.vouchline.gateway.transaction;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How transactions are remembered. */
@ConfigMapping(prefix = "vouchline.transaction")
public interface TransactionConfig {

    /** How long the store may take to write or read one. */
    @WithDefault("300ms")
    Duration timeout();
}
