package io.vouchline.local.sample;

import java.util.Set;

/**
 * Account numbers of ten digits by position; no two positions have the same one, and none is a demo
 * customer's.
 */
final class AccountNumbers {

    private static final long SIZE = 10_000_000_000L;

    /** Has no factor in common with the size: so its multiples meet every number once. */
    private static final long STEP = 618_033_989;

    private static final Set<Long> DEMO_CUSTOMERS =
            Set.of(
                    1234567890L,
                    2345678901L,
                    3456789012L,
                    3456789013L,
                    4567890123L,
                    5678901234L,
                    6789012345L);

    private final long start;

    AccountNumbers(long seed) {
        this.start = Math.floorMod(Draws.mixed(seed), SIZE);
    }

    String at(long position) {
        long number = next(position);
        // One to one still: only numbers that are no position's lead on to another number.
        while (DEMO_CUSTOMERS.contains(number)) {
            number = next(number);
        }
        return Long.toString(SIZE + number).substring(1);
    }

    private long next(long number) {
        return (number * STEP + start) % SIZE;
    }
}
