package io.vouchline.contract.redis;

import jakarta.inject.Singleton;
import java.time.Duration;

/** What scripts add to the time of Redis: nothing in production; tests move it. */
@Singleton
public class ClockOffset {

    /** The offset. */
    public Duration value() {
        return Duration.ZERO;
    }

    /** As scripts take it, in ms. */
    public final String argument() {
        return Long.toString(value().toMillis());
    }
}
