package io.vouchline.risk.signal;

import io.vouchline.risk.signal.Weights.Level;
import jakarta.inject.Singleton;
import java.util.Optional;

/** How much of the {@link Budget} of unverified codes is used by the range of the number. */
@Singleton
final class RangeBudgetSignal implements Signal {

    private final Budget budget;

    RangeBudgetSignal(Weights weights) {
        this.budget = weights.budget(Level.RANGE);
    }

    @Override
    public String name() {
        return "range_budget";
    }

    @Override
    public Shape shape() {
        return Shape.RISING;
    }

    @Override
    public Optional<Finding.Amount> of(Evidence evidence) {
        return evidence.outcomes()
                .map(
                        known ->
                                new Finding.Amount(
                                        budget.used(known.destination().range()),
                                        "unverified codes of the range of this number, against its budget"));
    }
}
