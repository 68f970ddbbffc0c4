package io.vouchline.risk.signal;

import io.vouchline.risk.history.History.Traffic;

/**
 * How many codes a destination may leave unverified, adapted to how many it usually verifies: the
 * form of Authgear's fraud protection. A destination with no past has the floors.
 *
 * @param floorHour codes of an hour that every destination may leave unverified, above 0
 * @param floorDay codes of a day that every destination may leave unverified, above 0
 * @param shareHour how many unverified codes each verified one allows for, within an hour
 * @param shareDay how many unverified codes each verified one allows for, within a day
 */
record Budget(double floorHour, double floorDay, double shareHour, double shareDay) {

    /** The busiest hour has about a sixth of its day's codes. */
    static final double BUSY_HOURS = 6;

    /** How much of the budget is used, of the hour's or the day's: 1 is all of it. */
    double used(Traffic traffic) {
        return Math.max(
                traffic.unverifiedHour() / perHour(traffic),
                traffic.unverifiedDay() / perDay(traffic));
    }

    private double perHour(Traffic traffic) {
        double usual = Math.max(traffic.peakDay() / BUSY_HOURS, traffic.verifiedHour());
        return Math.max(floorHour, shareHour * usual);
    }

    private double perDay(Traffic traffic) {
        double usual = Math.max(traffic.peakDay(), traffic.verifiedDay());
        return Math.max(floorDay, shareDay * usual);
    }
}
