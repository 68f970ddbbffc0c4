package io.vouchline.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How much may come in. What a client may is its policy. */
@ConfigMapping(prefix = "vouchline.limit")
public interface LimitConfig {

    /** How long Redis may take over a limit before this replica counts for itself. */
    @WithDefault("50ms")
    @DurationMin(millis = 1)
    Duration storeTimeout();

    /** How long this replica counts for itself after Redis has failed. */
    @WithDefault("1s")
    @DurationMin(millis = 1)
    Duration storePause();

    /** The most header fields of a request. */
    @WithDefault("100")
    @Min(20)
    @Max(1_000)
    int headers();

    /** How long a request's body may take to arrive. */
    @WithDefault("5s")
    @DurationMin(millis = 100)
    Duration bodyTime();

    /** The fewest requests under way at once below which none is turned away. */
    @WithDefault("50")
    @Min(1)
    int concurrencyMin();

    /** The most requests under way at once. */
    @WithDefault("1000")
    @Min(1)
    int concurrencyMax();

    /** What answers may take on average before fewer requests are let in at once. */
    @WithDefault("1500ms")
    @DurationMin(millis = 1)
    Duration slow();
}
