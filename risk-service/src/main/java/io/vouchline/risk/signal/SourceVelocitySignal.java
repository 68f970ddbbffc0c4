package io.vouchline.risk.signal;

import jakarta.inject.Singleton;
import java.util.Optional;

/** How often the same address asked within an hour; 0 where no address is known. */
@Singleton
final class SourceVelocitySignal implements Signal {

    @Override
    public String name() {
        return "source_velocity";
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
                                        known.client().sourceHour(),
                                        "requests within an hour from the same address"));
    }
}
