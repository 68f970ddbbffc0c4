package io.vouchline.gateway.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How look-ups and calls come together. */
@ConfigMapping(prefix = "vouchline.call")
public interface CallConfig {

    /**
     * How long before a look-up a call may have begun that the look-up belongs to by its caller
     * alone, and how long a look-up waits for its call, 1 s to 4 h.
     */
    @WithDefault("10m")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 4)
    Duration window();

    /** How long the answer to a look-up may wait until it is tied to its call, 1 ms to 2 s. */
    @WithDefault("200ms")
    @DurationMin(millis = 1)
    @DurationMax(seconds = 2)
    Duration tieTimeout();
}
