package io.vouchline.risk.outcome;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How otp-service's outcome streams are read. */
@ConfigMapping(prefix = "vouchline.outcome")
public interface OutcomeConfig {

    /** How long a look into the streams waits for the next. */
    @WithDefault("500ms")
    Duration pause();

    /** How many events of a stream one look takes. */
    @WithDefault("200")
    @Min(1)
    @Max(10_000)
    int batch();
}
