package io.vouchline.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A bucket a source in this process alone: the generic cell rate algorithm, as the script beside
 * has it. At most 10,000 sources are remembered.
 */
final class FailureBuckets {

    private static final int MOST_SOURCES = 10_000;

    private final int atOnce;
    private final Duration period;
    private final InstantSource clock;
    private final Cache<String, Instant> buckets;

    /**
     * Empty buckets.
     *
     * @param atOnce how many at once
     * @param period how long until as many have come back
     */
    FailureBuckets(int atOnce, Duration period, InstantSource clock) {
        this.atOnce = atOnce;
        this.period = period;
        this.clock = clock;
        this.buckets =
                Caffeine.newBuilder().maximumSize(MOST_SOURCES).expireAfterWrite(period).build();
    }

    /** How long a full bucket takes to empty. */
    static Duration period(int atOnce, int perMinute) {
        return Duration.ofMinutes(1).multipliedBy(atOnce).dividedBy(perMinute);
    }

    /** Counts one more; answers the wait, zero if there is none. */
    synchronized Duration count(String holder) {
        Instant now = clock.instant();
        Instant kept = buckets.getIfPresent(holder);
        Instant from = kept == null || kept.isBefore(now) ? now : kept;
        Instant next = from.plus(period.dividedBy(atOnce));
        Duration wait = Duration.between(now.plus(period), next);
        if (wait.isPositive()) {
            return wait;
        }
        buckets.put(holder, next);
        return Duration.ZERO;
    }
}
