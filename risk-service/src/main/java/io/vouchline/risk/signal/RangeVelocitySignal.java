package io.vouchline.risk.signal;

import io.vouchline.risk.history.History.Traffic;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * How often the range of the number was asked for within an hour, as a multiple of a usual busy
 * hour. A range can hold thousands of callers, so that no count of requests is strange in itself. A
 * busy hour has a sixth of the codes of the range's best day; below 20 requests an hour nothing is
 * unusual, whatever the past.
 */
@Singleton
final class RangeVelocitySignal implements Signal {

    private static final double FEWEST_USUAL = 20;

    @Override
    public String name() {
        return "range_velocity";
    }

    @Override
    public Shape shape() {
        return Shape.RISING;
    }

    @Override
    public Optional<Finding.Amount> of(Evidence evidence) {
        return evidence.history()
                .map(
                        known ->
                                new Finding.Amount(
                                        busyHours(known.destination().range()),
                                        "requests within an hour for the range of this number, against a usual busy hour"));
    }

    private static double busyHours(Traffic range) {
        return range.askedHour() / Math.max(FEWEST_USUAL, range.peakDay() / Budget.BUSY_HOURS);
    }
}
