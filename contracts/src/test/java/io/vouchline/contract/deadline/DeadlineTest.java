package io.vouchline.contract.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Deadline deadline =
            Deadline.in(Duration.ofSeconds(4), InstantSource.fixed(START));

    @Test
    void theRemainingTimeRunsDown() {
        assertEquals(Duration.ofSeconds(4), deadline.remaining(InstantSource.fixed(START)));
        assertEquals(
                Duration.ofMillis(1),
                deadline.remaining(InstantSource.fixed(START.plusMillis(3_999))));
    }

    @Test
    void afterTheDeadlineNothingRemains() {
        assertEquals(Duration.ZERO, deadline.remaining(InstantSource.fixed(START.plusSeconds(9))));
    }
}
