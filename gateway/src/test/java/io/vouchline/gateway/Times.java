package io.vouchline.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

/** How long answers take. */
final class Times {

    /** The budget of a request, and a second for a machine that is shared. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Times() {}

    /** Says that what began then has ended within the time that a request may take. */
    static void assertWithinBudget(long startNanos) {
        Duration taken = Duration.ofNanos(System.nanoTime() - startNanos);
        assertTrue(taken.compareTo(LONGEST) < 0, () -> "took " + taken);
    }
}
