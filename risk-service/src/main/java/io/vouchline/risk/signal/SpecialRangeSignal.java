package io.vouchline.risk.signal;

import io.vouchline.risk.number.SpecialRange;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Ranges whose calls cost far more than others, or pay whoever holds the number. */
@Singleton
final class SpecialRangeSignal implements Signal {

    @Override
    public String name() {
        return "special_range";
    }

    @Override
    public Shape shape() {
        return Shape.Cases.of(SpecialRange.values());
    }

    @Override
    public Optional<Finding.Case> of(Evidence evidence) {
        SpecialRange range = evidence.number().range();
        return Optional.of(new Finding.Case(range.name(), words(range)));
    }

    private static String words(SpecialRange range) {
        return switch (range) {
            case ORDINARY -> "a range of the ordinary kind";
            case SATELLITE -> "a satellite network";
            case INTERNATIONAL_NETWORK -> "an international network that lies in no country";
            case REVENUE_SHARE -> "a range whose holder has a share in what the call costs";
        };
    }
}
