package io.vouchline.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.limit.Buckets.Bucket;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

    private static final Bucket ONE = new Bucket("client", "telesign");
    private static final Rate RATE = Rate.perSecond(2, 1);

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicReference<Uni<Duration>> store = new AtomicReference<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final RequestLimit limit =
            new RequestLimit(
                    (bucket, rate) -> {
                        var _ = asked.incrementAndGet();
                        return store.get();
                    },
                    LimitSettings.with(Map.of("vouchline.limit.store-timeout", "10ms")),
                    new SimpleMeterRegistry(),
                    now::get);

    @Test
    void whileTheStoreAnswersItCounts() {
        store.set(Uni.createFrom().item(Duration.ofMillis(7)));
        assertEquals(Duration.ofMillis(7), take());
    }

    @Test
    void withoutTheStoreThisReplicaCountsByTheSameRate() {
        store.set(Uni.createFrom().failure(new IOException("away")));
        assertEquals(Duration.ZERO, take());
        assertEquals(Duration.ZERO, take());
        assertEquals(Duration.ofSeconds(1), take());
    }

    @Test
    void aSilentStoreIsWaitedForOnceInAWhile() {
        store.set(Uni.createFrom().nothing());
        for (int i = 0; i < 5; i++) {
            var _ = take();
        }
        assertEquals(1, asked.get());
        var _ = now.updateAndGet(then -> then.plusSeconds(1));
        store.set(Uni.createFrom().item(Duration.ZERO));
        assertEquals(Duration.ZERO, take());
        assertEquals(2, asked.get());
    }

    private Duration take() {
        return limit.take(ONE, RATE).await().indefinitely();
    }
}
