package io.vouchline.risk.signal;

import io.vouchline.risk.signal.Weights.Level;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * How much of the {@link Budget} of unverified codes is used by the numbers that differ in their
 * last four digits only.
 */
@Singleton
final class BlockBudgetSignal implements Signal {

    private final Budget budget;

    BlockBudgetSignal(Weights weights) {
        this.budget = weights.budget(Level.BLOCK);
    }

    @Override
    public String name() {
        return "block_budget";
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
                                        budget.used(known.destination().block()),
                                        "unverified codes of numbers that differ in the last four digits only, against their budget"));
    }
}
