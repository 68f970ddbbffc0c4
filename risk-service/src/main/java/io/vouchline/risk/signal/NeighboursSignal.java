package io.vouchline.risk.signal;

import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * How many other numbers not further than ten away were asked for within the last hour: who pumps
 * messages often holds numbers in a row.
 */
@Singleton
final class NeighboursSignal implements Signal {

    @Override
    public String name() {
        return "neighbours";
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
                                        known.destination().neighbours(),
                                        "other numbers next to this one, asked for within an hour"));
    }
}
