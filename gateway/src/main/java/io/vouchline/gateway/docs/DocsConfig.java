package io.vouchline.gateway.docs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The page with the API documents. */
@ConfigMapping(prefix = "vouchline.docs")
interface DocsConfig {

    /** Whether it is served: to anybody, since it holds nothing of an institution. */
    @WithDefault("true")
    boolean enabled();
}
