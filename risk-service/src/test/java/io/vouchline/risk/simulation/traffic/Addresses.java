package io.vouchline.risk.simulation.traffic;

import java.util.random.RandomGenerator;

/** IPv4 addresses that people ask from. */
public final class Addresses {

    private static final int FIRST = 11;
    private static final int PAST_LAST = 100;

    private Addresses() {}

    /** Any address. */
    public static String any(RandomGenerator random) {
        return "%d.%d.%d.%d"
                .formatted(
                        random.nextInt(FIRST, PAST_LAST),
                        random.nextInt(256),
                        random.nextInt(256),
                        random.nextInt(256));
    }
}
