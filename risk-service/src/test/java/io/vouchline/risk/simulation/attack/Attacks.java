package io.vouchline.risk.simulation.attack;

import io.vouchline.risk.simulation.attack.Pumping.Order;
import java.time.Duration;
import java.util.List;

/** The attacks that are simulated. They begin at different hours, also when run together. */
public final class Attacks {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private Attacks() {}

    /** All of them. */
    public static List<Attack> all() {
        return List.of(
                new Pumping("pumping-sequential", false, 1, Order.SEQUENTIAL, SECOND, hours(9)),
                new Pumping(
                        "pumping-random",
                        false,
                        4,
                        Order.RANDOM,
                        Duration.ofSeconds(10),
                        hours(14)),
                new Pumping(
                        "pumping-slow", false, 2, Order.RANDOM, Duration.ofMinutes(1), hours(2)),
                new Pumping(
                        "pumping-home",
                        true,
                        1,
                        Order.SEQUENTIAL,
                        Duration.ofSeconds(5),
                        hours(16)),
                new Pumping(
                        "thin-at-home", true, 300, Order.RANDOM, Duration.ofSeconds(20), hours(7)),
                new RevenueShare(hours(6), hours(12)),
                new BruteForce(3, Duration.ofSeconds(20), hours(13)),
                ListTesting.fromOneAddress(Duration.ofSeconds(2), hours(10)),
                ListTesting.throughOneClient(Duration.ofSeconds(2), hours(18)),
                new SlowDrip(40));
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
