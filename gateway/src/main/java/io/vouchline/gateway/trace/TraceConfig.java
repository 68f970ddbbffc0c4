package io.vouchline.gateway.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** How much is traced. */
@ConfigMapping(prefix = "vouchline.trace")
public interface TraceConfig {

    /**
     * The share of requests whose spans are made and exported, 0 to 1, whatever a platform asks
     * for. Without an exporter they would be made for nothing.
     */
    @DecimalMin("0")
    @DecimalMax("1")
    @WithDefault("0")
    double share();
}
