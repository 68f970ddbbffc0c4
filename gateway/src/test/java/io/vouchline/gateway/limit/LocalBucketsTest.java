package io.vouchline.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.gateway.limit.Buckets.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LocalBucketsTest {

    private static final Bucket ONE = new Bucket("client", "telesign");
    private static final Rate RATE = Rate.perSecond(3, 2);

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final LocalBuckets buckets = new LocalBuckets(now::get);

    @Test
    void asManyAsFitAtOnceAndThenTheyComeBackOneByOne() {
        assertEquals(Duration.ZERO, take(ONE));
        assertEquals(Duration.ZERO, take(ONE));
        assertEquals(Duration.ZERO, take(ONE));
        assertEquals(Duration.ofMillis(500), take(ONE));
        var _ = now.updateAndGet(then -> then.plusMillis(499));
        assertEquals(Duration.ofMillis(1), take(ONE));
        var _ = now.updateAndGet(then -> then.plusMillis(1));
        assertEquals(Duration.ZERO, take(ONE));
        assertEquals(Duration.ofMillis(500), take(ONE));
    }

    @Test
    void whatWasRefusedTakesNothing() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Duration.ZERO, take(ONE));
        }
        for (int i = 0; i < 50; i++) {
            assertEquals(Duration.ofMillis(500), take(ONE));
        }
    }

    @Test
    void bucketsAreApart() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Duration.ZERO, take(ONE));
        }
        assertEquals(Duration.ZERO, take(new Bucket("client", "dialogflow")));
        assertEquals(Duration.ZERO, take(new Bucket("other", "telesign")));
    }

    private Duration take(Bucket bucket) {
        return buckets.take(bucket, RATE).await().indefinitely();
    }
}
