package io.vouchline.risk.simulation.traffic;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether priors make sense together. */
final class PriorsCheck {

    private static final int MOST = 10_000_000;

    private PriorsCheck() {}

    /**
     * Refuses priors that no stream can be made of.
     *
     * @throws IllegalArgumentException with the prior's name and its range
     */
    static void demand(Priors priors) {
        if (!priors.region().equals("US") && !priors.region().equals("GB")) {
            throw new IllegalArgumentException("priors.region is US or GB");
        }
        counts(priors).forEach(PriorsCheck::demandCount);
        shares(priors).forEach(PriorsCheck::demandShare);
        prices(priors).forEach(PriorsCheck::demandPrice);
        if (priors.regulars() > priors.customers()) {
            throw new IllegalArgumentException("priors.regulars is at most priors.customers");
        }
        if (priors.abroad() + priors.elsewhere() + priors.voip() + priors.fixedLines() > 1) {
            throw new IllegalArgumentException(
                    "priors.abroad, elsewhere, voip and fixed-lines are together at most 1");
        }
        if (!(priors.concentration() >= 1 && priors.concentration() <= 10)) {
            throw new IllegalArgumentException("priors.concentration is from 1 to 10");
        }
        if (priors.lowestConversion() > priors.highestConversion()) {
            throw new IllegalArgumentException(
                    "priors.lowest-conversion is at most priors.highest-conversion");
        }
        demandRush(priors);
    }

    private static void demandRush(Priors priors) {
        boolean ofTheDay =
                !priors.rushStart().isNegative()
                        && !priors.rushLength().isNegative()
                        && priors.rushStart()
                                        .plus(priors.rushLength())
                                        .compareTo(Duration.ofDays(1))
                                < 0;
        if (!ofTheDay || !(priors.rushFactor() >= 1 && priors.rushFactor() <= 1000)) {
            throw new IllegalArgumentException(
                    "priors.rush-start and rush-length lie within a day, rush-factor from 1 to 1000");
        }
    }

    private static Map<String, Integer> counts(Priors priors) {
        return Map.of(
                "customers", priors.customers(),
                "regulars", priors.regulars(),
                "towns", priors.towns(),
                "blocks", priors.blocks(),
                "warm-up-days", priors.warmUpDays(),
                "warm-up-requests", priors.warmUpRequests(),
                "requests", priors.requests());
    }

    private static Map<String, Double> shares(Priors priors) {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("first-time", priors.firstTime());
        shares.put("abroad", priors.abroad());
        shares.put("elsewhere", priors.elsewhere());
        shares.put("fixed-lines", priors.fixedLines());
        shares.put("voip", priors.voip());
        shares.put("night-owls", priors.nightOwls());
        shares.put("repeats", priors.repeats());
        shares.put("lowest-conversion", priors.lowestConversion());
        shares.put("highest-conversion", priors.highestConversion());
        shares.put("wrong-codes", priors.wrongCodes());
        shares.put("undelivered", priors.undelivered());
        shares.put("rush-first-time", priors.rushFirstTime());
        shares.put("web", priors.web());
        shares.put("shared-addresses", priors.sharedAddresses());
        shares.put("from-own-number", priors.fromOwnNumber());
        shares.put("fully-attested", priors.fullyAttested());
        shares.put("failed-attestation", priors.failedAttestation());
        return shares;
    }

    private static Map<String, Double> prices(Priors priors) {
        return Map.of(
                "price-home", priors.priceHome(),
                "price-abroad", priors.priceAbroad(),
                "price-network", priors.priceNetwork(),
                "price-premium", priors.pricePremium(),
                "price-satellite", priors.priceSatellite());
    }

    private static void demandCount(String name, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("priors.%s is from 1 to %d".formatted(name, MOST));
        }
    }

    private static void demandShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("priors.%s is from 0 to 1".formatted(name));
        }
    }

    private static void demandPrice(String name, double price) {
        if (!(price >= 0 && price <= 1000)) {
            throw new IllegalArgumentException("priors.%s is from 0 to 1000".formatted(name));
        }
    }
}
