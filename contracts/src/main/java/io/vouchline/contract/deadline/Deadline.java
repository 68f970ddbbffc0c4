package io.vouchline.contract.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The moment after which nobody waits for an answer any more. Between services it travels as the
 * milliseconds that remain ({@link #HEADER}), so that clocks need not agree.
 *
 * @param at the moment, by this machine's clock
 */
public record Deadline(Instant at) {

    /** The request header that carries the remaining time in whole milliseconds. */
    public static final String HEADER = "Vouchline-Remaining-Millis";

    /** The deadline that lies this far in the future. */
    public static Deadline in(Duration time, InstantSource clock) {
        return new Deadline(clock.instant().plus(time));
    }

    /** The time that remains; zero if none does. */
    public Duration remaining(InstantSource clock) {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
