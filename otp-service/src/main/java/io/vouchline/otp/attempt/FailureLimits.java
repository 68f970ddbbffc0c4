package io.vouchline.otp.attempt;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** The bounds of guessing, as scripts take them. */
@Singleton
public final class FailureLimits {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final AttemptConfig config;

    /** Limits by these settings. */
    public FailureLimits(AttemptConfig config) {
        this.config = config;
        if (config.firstLock().compareTo(SHORTEST) < 0
                || config.longestLock().compareTo(config.firstLock()) < 0) {
            throw new IllegalStateException(
                    "vouchline.attempt.first-lock=%s and .longest-lock=%s: choose 1s or more, and the longest not below the first"
                            .formatted(config.firstLock(), config.longestLock()));
        }
    }

    /** The five arguments that {@code limits()} of the prelude reads. */
    public List<String> arguments() {
        return List.of(
                Integer.toString(config.failuresPerLock()),
                Integer.toString(config.mostFailures()),
                millis(config.firstLock()),
                millis(config.longestLock()),
                millis(config.retention()));
    }

    /** How long a number's record is kept after its last change. */
    public Duration retention() {
        return config.retention();
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
