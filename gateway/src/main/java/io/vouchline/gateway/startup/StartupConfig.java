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
}
