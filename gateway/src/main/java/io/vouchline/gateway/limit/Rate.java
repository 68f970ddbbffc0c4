package io.vouchline.gateway.limit;

import java.time.Duration;

/**
 * A token bucket's size and the time in which it fills.
 *
 * @param atOnce how many may come at once
 * @param period in which as many come back
 */
public record Rate(int atOnce, Duration period) {

    /** So many at once, and so many a second on average. */
    public static Rate perSecond(int atOnce, int perSecond) {
        return new Rate(atOnce, Duration.ofMillis(Math.max(1, 1_000L * atOnce / perSecond)));
    }

    /** So many at once, and so many a minute on average. */
    public static Rate perMinute(int atOnce, int perMinute) {
        return new Rate(atOnce, Duration.ofMinutes(1).multipliedBy(atOnce).dividedBy(perMinute));
    }
}
