package io.vouchline.risk.signal;

import jakarta.inject.Singleton;
import java.util.Optional;

/** How often wrong codes locked the number within 30 days. */
@Singleton
final class LockOutsSignal implements Signal {

    @Override
    public String name() {
        return "lock_outs";
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
                                        known.number().lockOuts(),
                                        "lock-outs of this number within 30 days"));
    }
}
