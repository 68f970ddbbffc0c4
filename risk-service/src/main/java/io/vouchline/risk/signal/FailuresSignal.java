package io.vouchline.risk.signal;

import jakarta.inject.Singleton;
import java.util.Optional;

/** How many wrong codes were entered for the number within a day. */
@Singleton
final class FailuresSignal implements Signal {

    @Override
    public String name() {
        return "failures";
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
                                        known.number().wrongDay(),
                                        "wrong codes for this number within a day"));
    }
}
