package io.vouchline.contract.testing;

import io.vouchline.contract.redis.ClockOffset;
import java.time.Duration;

/** The clock of Redis's scripts, moved by hand. */
public final class MovedClock extends ClockOffset {

    private Duration offset = Duration.ZERO;

    /** Moves the clock to this much after (or before) the real time. */
    public void moveTo(Duration offset) {
        this.offset = offset;
    }

    @Override
    public Duration value() {
        return offset;
    }
}
