package io.vouchline.risk.simulation.screen;

import java.time.Duration;
import java.time.Instant;

/** A count that forgets exponentially. */
final class Decay {

    private final double seconds;
    private double count;
    private Instant last = Instant.MIN;

    /** Nothing yet; an event weighs 1/e after this long. */
    Decay(Duration span) {
        this.seconds = span.toSeconds();
    }

    /** Counts so many more (or fewer) and tells what is remembered at this time. */
    double add(double more, Instant at) {
        if (!last.equals(Instant.MIN)) {
            count *= Math.exp(-Duration.between(last, at).toMillis() / 1000.0 / seconds);
        }
        last = at;
        count = Math.max(count + more, 0);
        return count;
    }
}
