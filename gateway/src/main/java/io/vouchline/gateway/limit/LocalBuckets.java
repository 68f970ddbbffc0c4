package io.vouchline.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Buckets of this replica alone, by the same rule as in Redis: for when that is away. */
final class LocalBuckets implements Buckets {

    /** More than there are clients; of sources it keeps those that come most. */
    private static final int MOST = 100_000;

    private final Cache<Bucket, Level> levels =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofHours(1)).build();

    private final InstantSource clock;

    LocalBuckets(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Duration> take(Bucket bucket, Rate rate) {
        return Uni.createFrom()
                .item(() -> levels.get(bucket, _ -> new Level()).take(clock.instant(), rate));
    }

    /** The generic cell rate algorithm: what is kept is when the bucket is full again. */
    private static final class Level {

        private Instant full = Instant.EPOCH;

        synchronized Duration take(Instant now, Rate rate) {
            Instant after =
                    (full.isAfter(now) ? full : now).plus(rate.period().dividedBy(rate.atOnce()));
            Duration wait = Duration.between(now.plus(rate.period()), after);
            if (wait.isPositive()) {
                return wait;
            }
            full = after;
            return Duration.ZERO;
        }
    }
}
