package io.vouchline.risk.signal;

import jakarta.inject.Singleton;
import java.util.Optional;

/** How often the number was asked for within a day, this request included. */
@Singleton
final class NumberVelocityDaySignal implements Signal {

    @Override
    public String name() {
        return "number_velocity_day";
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
                                        known.number().askedDay(),
                                        "requests for this number within a day"));
    }
}
