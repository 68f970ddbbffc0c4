package io.vouchline.otp.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the start insists on. */
@ConfigMapping(prefix = "vouchline.startup")
public interface StartupConfig {

    /**
     * Whether the production profile accepts a Redis that may evict keys or keeps no append-only
     * file. Such a Redis can forget failures and let a consumed code live again.
     */
    @WithDefault("false")
    boolean allowForgetfulRedis();
}
