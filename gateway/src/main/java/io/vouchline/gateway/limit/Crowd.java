package io.vouchline.gateway.limit;

import com.netflix.concurrency.limits.Limit;
import com.netflix.concurrency.limits.limit.AIMDLimit;
import com.netflix.concurrency.limits.limit.WindowedLimit;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * How many requests are under way at once, and how many may be. The limit follows what answers
 * take: a tenth less each time that they are slow on average, one more each time that they are not
 * and the room is needed. Those that are turned away learn it at once instead of at their deadline.
 */
@Singleton
public final class Crowd {

    private static final double LESS = 0.9;

    /** Over how long and how many answers an average is taken. */
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(100);

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(1);
    private static final int FEWEST_ANSWERS = 10;

    private final Limit limit;
    private final LongSupplier nanoTime;
    private final AtomicInteger present = new AtomicInteger();

    @Inject
    Crowd(LimitConfig config, MeterRegistry metrics) {
        this(config, System::nanoTime);
        metrics.gauge("vouchline.limit.concurrency", this, Crowd::most);
        metrics.gauge("vouchline.limit.requests", this, crowd -> crowd.present.get());
    }

    Crowd(LimitConfig config, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.limit =
                WindowedLimit.newBuilder()
                        .minWindowTime(SHORTEST_LOOK.toNanos(), TimeUnit.NANOSECONDS)
                        .maxWindowTime(LONGEST_LOOK.toNanos(), TimeUnit.NANOSECONDS)
                        .windowSize(FEWEST_ANSWERS)
                        .build(
                                AIMDLimit.newBuilder()
                                        .initialLimit(config.concurrencyMax())
                                        .minLimit(config.concurrencyMin())
                                        .maxLimit(config.concurrencyMax())
                                        .backoffRatio(LESS)
                                        .timeout(config.slow().toNanos(), TimeUnit.NANOSECONDS)
                                        .build());
    }

    /** Lets one more in; empty if there are too many. Whoever came in must leave. */
    public Optional<Guest> enter() {
        int others = present.getAndIncrement();
        if (others >= most()) {
            present.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new Guest(nanoTime.getAsLong(), others + 1));
    }

    /** How many may be under way at once now. */
    int most() {
        return limit.getLimit();
    }

    /** A request under way. */
    public final class Guest {

        private final long begun;
        private final int among;

        private Guest(long begun, int among) {
            this.begun = begun;
            this.among = among;
        }

        /**
         * Ends it.
         *
         * @param status its HTTP status. A refusal is quicker than an answer and tells nothing of
         *     how busy this replica is; neither does what is away behind it
         * @param patience how long anybody waits: what took longer counts as lost
         * @param known whether a client was let in: a stranger who keeps his own request waiting
         *     must not make the door narrower for others
         */
        public void leave(int status, Duration patience, boolean known) {
            long took = nanoTime.getAsLong() - begun;
            boolean late = took >= patience.toNanos();
            if (known && (status < 300 || late)) {
                limit.onSample(begun, took, among, late);
            }
            present.decrementAndGet();
        }
    }
}
