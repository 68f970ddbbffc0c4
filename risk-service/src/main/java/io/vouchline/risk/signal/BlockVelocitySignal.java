package io.vouchline.risk.signal;

import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * How often the numbers that differ in their last four digits only were asked for within an hour.
 */
@Singleton
final class BlockVelocitySignal implements Signal {

    @Override
    public String name() {
        return "block_velocity";
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
                                        known.destination().block().askedHour(),
                                        "requests within an hour for numbers that differ in the last four digits only"));
    }
}
