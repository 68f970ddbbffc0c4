package io.vouchline.risk.outcome;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How otp-service's outcome streams are read. */
@ConfigMapping(prefix = "vouchline.outcome")
public interface OutcomeConfig {

    /** How long a look into the streams waits for the next. */
    @WithDefault("500ms")
    @DurationMin(millis = 10)
    Duration pause();

    /**
     * After how long without having read all streams conversions and unverified codes are left out
     * of scores: codes that were verified would look as if they had not been.
     */
    @WithDefault("5m")
    @DurationMin(seconds = 10)
    Duration staleAfter();

    /** How often it is looked for what another replica took and did not finish. */
    @WithDefault("10s")
    Duration takeOver();

    /** How many events of a stream one look takes. */
    @WithDefault("200")
    @Min(1)
    @Max(10_000)
    int batch();
}
