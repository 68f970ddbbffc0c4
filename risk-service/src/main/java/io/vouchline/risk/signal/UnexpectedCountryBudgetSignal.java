package io.vouchline.risk.signal;

import io.vouchline.risk.signal.Weights.Level;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * How much of the {@link Budget} of unverified codes is used by a country where none of the
 * client's callers are expected, or by numbers of no country.
 */
@Singleton
final class UnexpectedCountryBudgetSignal implements Signal {

    private final Budget budget;

    UnexpectedCountryBudgetSignal(Weights weights) {
        this.budget = weights.budget(Level.UNEXPECTED_COUNTRY);
    }

    @Override
    public String name() {
        return "unexpected_country_budget";
    }

    @Override
    public Shape shape() {
        return Shape.RISING;
    }

    @Override
    public Optional<Finding.Amount> of(Evidence evidence) {
        return evidence.outcomes()
                .filter(known -> !Abode.of(evidence).isExpected())
                .map(
                        known ->
                                new Finding.Amount(
                                        budget.used(known.destination().country()),
                                        "unverified codes of this country, where no callers are expected, against its budget"));
    }
}
