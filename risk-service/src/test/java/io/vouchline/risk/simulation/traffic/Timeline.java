package io.vouchline.risk.simulation.traffic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days of a run: some to warm up, one that is measured.
 *
 * @param zone the bank's
 * @param warmUpDays how many days lie before the measured one
 */
public record Timeline(ZoneId zone, int warmUpDays) {

    /**
     * A Monday. It lies ahead of the real time, so that nothing in Redis that is to end at a
     * simulated time has ended already.
     */
    private static final LocalDate FIRST_DAY = LocalDate.of(2040, 1, 2);

    /** The days of a bank of this region. */
    static Timeline of(Priors priors) {
        String zone = priors.region().equals("GB") ? "Europe/London" : "America/New_York";
        return new Timeline(ZoneId.of(zone), priors.warmUpDays());
    }

    /** The date of a day, from 0. */
    public LocalDate date(int day) {
        return FIRST_DAY.plusDays(day);
    }

    /** When a day begins at home, from 0. */
    public Instant start(int day) {
        return date(day).atStartOfDay(zone).toInstant();
    }

    /** When the measured day begins. */
    public Instant measured() {
        return start(warmUpDays);
    }

    /** When it ends. */
    public Instant end() {
        return start(warmUpDays + 1);
    }
}
