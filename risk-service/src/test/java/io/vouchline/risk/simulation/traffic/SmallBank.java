package io.vouchline.risk.simulation.traffic;

import io.vouchline.contract.testing.Settings;
import java.util.HashMap;
import java.util.Map;

/** A bank with so few customers that tests are quick. */
public final class SmallBank {

    private SmallBank() {}

    /** Its priors; all but its size are the usual ones. */
    public static Priors priors(String region) {
        return priors(Map.of("region", region));
    }

    /** Its priors but for some. */
    public static Priors priors(Map<String, String> differing) {
        Map<String, String> all =
                new HashMap<>(
                        Map.of(
                                "customers", "4000",
                                "regulars", "1000",
                                "warm-up-days", "1",
                                "warm-up-requests", "300",
                                "requests", "1500"));
        all.putAll(differing);
        return Settings.of(Priors.class, all);
    }

    /** A world of it. */
    public static World world(long seed) {
        return new World(priors("US"), seed);
    }
}
