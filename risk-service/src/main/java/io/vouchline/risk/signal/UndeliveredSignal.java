package io.vouchline.risk.signal;

import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * How many messages of a day did certainly not arrive, among the numbers that differ in their last
 * four digits only: invented numbers are often nobody's.
 */
@Singleton
final class UndeliveredSignal implements Signal {

    @Override
    public String name() {
        return "undelivered";
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
                                        known.destination().block().undeliveredDay(),
                                        "messages of a day that did not arrive at numbers that differ in the last four digits only"));
    }
}
