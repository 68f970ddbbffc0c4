package io.vouchline.risk.assessment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How numbers are assessed. */
@ConfigMapping(prefix = "vouchline.assessment")
public interface AssessmentConfig {

    /**
     * How long what is remembered of a number is waited for. After it the score rests on the number
     * alone and the answer is marked as degraded.
     */
    @WithDefault("250ms")
    @DurationMin(millis = 10)
    Duration historyTimeout();
}
