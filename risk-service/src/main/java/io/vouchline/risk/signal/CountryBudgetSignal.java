package io.vouchline.risk.signal;

import io.vouchline.risk.signal.Weights.Level;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * How much of the {@link Budget} of unverified codes is used by a country where the client's
 * callers live. It is worth little: an attack on such a country must not stop its genuine new
 * callers.
 */
@Singleton
final class CountryBudgetSignal implements Signal {

    private final Budget budget;

    CountryBudgetSignal(Weights weights) {
        this.budget = weights.budget(Level.COUNTRY);
    }

    @Override
    public String name() {
        return "country_budget";
    }

    @Override
    public Shape shape() {
        return Shape.RISING;
    }

    @Override
    public Optional<Finding.Amount> of(Evidence evidence) {
        return evidence.outcomes()
                .filter(known -> Abode.of(evidence).isExpected())
                .map(
                        known ->
                                new Finding.Amount(
                                        budget.used(known.destination().country()),
                                        "unverified codes of this country, against its budget"));
    }
}
