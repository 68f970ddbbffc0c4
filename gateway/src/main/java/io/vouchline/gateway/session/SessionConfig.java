package io.vouchline.gateway.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long sessions live. */
@ConfigMapping(prefix = "vouchline.session")
public interface SessionConfig {

    /** How long a session waits for its next turn, 1 min to 1 h. */
    @WithDefault("15m")
    @DurationMin(minutes = 1)
    @DurationMax(hours = 1)
    Duration idle();

    /**
     * How long a session lives at the most, and for how long what was proven in it counts, 1 min to
     * 24 h.
     */
    @WithDefault("2h")
    @DurationMin(minutes = 1)
    @DurationMax(hours = 24)
    Duration longest();

    /** How long the store may take to read or write a session, 1 ms to 1 s. */
    @WithDefault("300ms")
    @DurationMin(millis = 1)
    @DurationMax(seconds = 1)
    Duration storeTimeout();
}
