package io.vouchline.risk.signal;

import jakarta.inject.Singleton;
import java.util.Optional;

/** The share of codes of a day that were verified, in the range of the number. */
@Singleton
final class RangeConversionSignal implements Signal {

    @Override
    public String name() {
        return "range_conversion";
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
                                        Conversion.of(known.destination().range()),
                                        "the share of codes verified in the range of this number"));
    }
}
