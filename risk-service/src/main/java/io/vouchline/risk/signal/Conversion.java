package io.vouchline.risk.signal;

import io.vouchline.risk.history.History.Traffic;

/**
 * The share of codes that were verified. It is the mean of a Beta distribution that begins as if 7
 * of 10 codes had been verified, so that a few codes say little: none of 10 verified is taken for a
 * share of 0.35, none of 90 for 0.07.
 */
final class Conversion {

    private static final double ASSUMED_CODES = 10;
    private static final double ASSUMED_VERIFIED = 7;

    private Conversion() {}

    /** The share within a day where these codes went, 0 to 1. */
    static double of(Traffic traffic) {
        return of(traffic.sentDay(), traffic.verifiedDay());
    }

    /** The share of these codes, 0 to 1. */
    static double of(double codes, double verified) {
        // A code verified just now weighs more than when it was sent: the share could pass 1.
        return (verified + ASSUMED_VERIFIED) / (Math.max(codes, verified) + ASSUMED_CODES);
    }
}
