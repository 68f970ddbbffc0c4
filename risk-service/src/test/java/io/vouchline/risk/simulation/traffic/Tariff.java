package io.vouchline.risk.simulation.traffic;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.number.LineType;
import java.util.Set;

/** What a message to a number costs. */
final class Tariff {

    private static final Set<String> SATELLITES = Set.of("870", "881");

    private final Priors priors;

    Tariff(Priors priors) {
        this.priors = priors;
    }

    /** The price in US dollars. */
    double of(PhoneNumber number) {
        LineType type = LineType.of(number);
        String region = Numbering.region(number).orElse("001");
        if (SATELLITES.contains(number.countryCode())) {
            return priors.priceSatellite();
        }
        if (type == LineType.RESTRICTED_PREMIUM) {
            return priors.pricePremium();
        }
        if (type == LineType.PERSONAL || region.equals("001")) {
            return priors.priceNetwork();
        }
        return region.equals(priors.region()) ? priors.priceHome() : priors.priceAbroad();
    }
}
