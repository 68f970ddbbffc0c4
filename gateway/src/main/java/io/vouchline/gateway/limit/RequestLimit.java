package io.vouchline.gateway.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.limit.Buckets.Bucket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Counts in Redis; while Redis is away, in this replica alone, with the same rates. A limit keeps
 * one platform from crowding out another and must not close the door itself.
 */
@Singleton
public class RequestLimit {

    private static final Logger LOGGER = Logger.getLogger(RequestLimit.class);

    private final Buckets shared;
    private final Buckets own;
    private final LimitConfig config;
    private final MeterRegistry metrics;
    private final InstantSource clock;
    private final AtomicReference<Instant> alone = new AtomicReference<>(Instant.MIN);

    @Inject
    RequestLimit(RedisBuckets shared, LimitConfig config, MeterRegistry metrics) {
        this(shared, config, metrics, InstantSource.system());
    }

    RequestLimit(Buckets shared, LimitConfig config, MeterRegistry metrics, InstantSource clock) {
        this.shared = shared;
        this.own = new LocalBuckets(clock);
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** How long to wait; zero if the request may come in. Never fails, and not for long. */
    public Uni<Duration> take(Bucket bucket, Rate rate) {
        if (clock.instant().isBefore(alone.get())) {
            return alone(bucket, rate);
        }
        return shared.take(bucket, rate)
                .ifNoItem()
                .after(config.storeTimeout())
                .fail()
                .onFailure()
                .recoverWithUni(
                        failure -> {
                            alone.set(clock.instant().plus(config.storePause()));
                            LOGGER.warnf("limits are counted here alone: %s", failure);
                            return alone(bucket, rate);
                        });
    }

    private Uni<Duration> alone(Bucket bucket, Rate rate) {
        metrics.counter("vouchline.limit.alone").increment();
        return own.take(bucket, rate);
    }
}
