package io.vouchline.otp.quota;

import java.time.Duration;
import java.util.List;

/**
 * How much may be sent: so many at once, and as many come back, evenly, within the period (the
 * generic cell rate algorithm).
 *
 * @param atOnce 1 to 1,000,000
 * @param period 1 s to 31 days
 */
public record Rate(int atOnce, Duration period) {

    private static final Duration LONGEST = Duration.ofDays(31);

    /** Refuses what is out of range. */
    public Rate {
        if (atOnce < 1 || atOnce > 1_000_000) {
            throw new IllegalArgumentException("a rate allows 1 to 1000000 at once");
        }
        if (period.compareTo(Duration.ofSeconds(1)) < 0 || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the period of a rate is 1s to 31d");
        }
    }

    /** As scripts take it: how many at once, and the period in ms. */
    public List<String> arguments() {
        return List.of(Integer.toString(atOnce), Long.toString(period.toMillis()));
    }
}
