package io.vouchline.gateway.startup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the start insists on. */
@ConfigMapping(prefix = "vouchline.startup")
public interface StartupConfig {

    /**
     * Whether the production profile accepts services that are called without TLS: only where the
     * network itself encrypts, as a service mesh does.
     */
    @WithDefault("false")
    boolean allowPlainUpstreams();

    /**
     * Whether the production profile accepts a Redis that may evict keys or keeps no append-only
     * file. Such a Redis can forget a nonce, and then takes a signed request twice.
     */
    @WithDefault("false")
    boolean allowForgetfulRedis();
}
