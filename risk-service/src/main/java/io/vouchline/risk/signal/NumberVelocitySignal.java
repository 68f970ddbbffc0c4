package io.vouchline.risk.signal;

import jakarta.inject.Singleton;
import java.util.Optional;

/** How often the number was asked for within an hour, this request included. */
@Singleton
final class NumberVelocitySignal implements Signal {

    @Override
    public String name() {
        return "number_velocity";
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
                                        known.number().askedHour(),
                                        "requests for this number within an hour"));
    }
}
