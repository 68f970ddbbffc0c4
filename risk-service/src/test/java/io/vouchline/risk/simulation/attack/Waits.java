package io.vouchline.risk.simulation.attack;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The times between requests of programs that try not to look like ones. */
final class Waits {

    /** Somewhat less than a day, for the last request too. */
    private static final Duration DAY = Duration.ofHours(23);

    private Waits() {}

    /**
     * The mean wait of so many requests: the wanted one, or a shorter one where the day would end
     * before the last.
     *
     * @param start when the first comes, after midnight
     */
    static Duration fitting(Duration wanted, Duration start, int count) {
        Duration room = DAY.minus(start).dividedBy(Math.max(1, count));
        return wanted.compareTo(room) < 0 ? wanted : room;
    }

    /** A wait in ms, evenly between half and one and a half of its mean. */
    static long about(Duration mean, RandomGenerator random) {
        return Math.max(1, (long) (mean.toMillis() * (0.5 + random.nextDouble())));
    }
}
