package io.vouchline.risk.signal;

import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The share of codes of a day that were verified, among the numbers that differ in their last four
 * digits only.
 */
@Singleton
final class BlockConversionSignal implements Signal {

    @Override
    public String name() {
        return "block_conversion";
    }

    @Override
    public Shape shape() {
        return Shape.FALLING;
    }

    @Override
    public Optional<Finding.Amount> of(Evidence evidence) {
        return evidence.outcomes()
                .map(
                        known ->
                                new Finding.Amount(
                                        Conversion.of(known.destination().block()),
                                        "the share of codes verified among numbers that differ in the last four digits only"));
    }
}
