package io.vouchline.gateway.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long decisions can be looked up. The log is the record; this is the view of it. */
@ConfigMapping(prefix = "vouchline.decision")
public interface DecisionConfig {

    /** How long a decision is kept in Redis, 1h to 400d. */
    @DurationMin(hours = 1)
    @DurationMax(days = 400)
    @WithDefault("30d")
    Duration keep();

    /**
     * How many decisions a tenant's stream holds, 1,000 to 10,000,000: about 600 bytes each. As
     * many can be found by their correlation ids.
     */
    @Min(1_000)
    @Max(10_000_000)
    @WithDefault("100000")
    int most();
}
