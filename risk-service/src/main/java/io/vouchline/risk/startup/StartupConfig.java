package io.vouchline.risk.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the start insists on. */
@ConfigMapping(prefix = "vouchline.startup")
public interface StartupConfig {

    /**
     * Whether the production profile accepts a Redis that may evict keys or keeps no append-only
     * file. Such a Redis can forget what is on a list.
     */
    @WithDefault("false")
    boolean allowForgetfulRedis();
}
