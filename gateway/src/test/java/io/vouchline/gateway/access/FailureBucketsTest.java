package io.vouchline.gateway.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureBucketsTest {

    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    @Test
    void soManyAreLetThroughAtOnceAndThenOneAtATime() {
        Duration period = FailureBuckets.period(30, 60);
        assertEquals(Duration.ofSeconds(30), period);
        FailureBuckets buckets = new FailureBuckets(30, period, () -> now);
        for (int i = 0; i < 30; i++) {
            assertEquals(Duration.ZERO, buckets.count("a"));
        }
        assertEquals(Duration.ofSeconds(1), buckets.count("a"));
        assertEquals(Duration.ZERO, buckets.count("b"));
        now = now.plusMillis(999);
        assertEquals(Duration.ofMillis(1), buckets.count("a"));
        now = now.plusMillis(1);
        assertEquals(Duration.ZERO, buckets.count("a"));
        assertEquals(Duration.ofSeconds(1), buckets.count("a"));
    }
}
