package io.vouchline.gateway.callback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Telesign's: four tries, with 5, 10 and 15 s between the end of one and the next. */
final class RetrySchedule {

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));

    private RetrySchedule() {}

    /** How long to wait after so many failed tries; empty if there is no further one. */
    static Optional<Duration> waitAfter(int tries) {
        return tries > WAITS.size() ? Optional.empty() : Optional.of(WAITS.get(tries - 1));
    }
}
