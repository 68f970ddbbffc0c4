package io.vouchline.lookup.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long rows are kept. Customers and accounts stay until the institution's loads, or an erasure,
 * end them.
 */
@ConfigMapping(prefix = "vouchline.retention")
public interface RetentionConfig {

    /** Who read what: at least 12 months are asked for (PCI DSS 4.0.1, 10.5.1). */
    @WithDefault("400d")
    Duration audit();

    /** Loads and why lines were rejected. */
    @WithDefault("90d")
    Duration imports();

    /** Changes of contacts that could not be told. */
    @WithDefault("7d")
    Duration contactChanges();

    /** Authenticators that nobody has confirmed. */
    @WithDefault("1d")
    Duration pendingAuthenticators();

    /** How often rows are removed whose time has passed. */
    @WithDefault("1h")
    Duration every();
}
