package io.vouchline.risk.simulation.report;

import io.vouchline.risk.simulation.screen.Decision;
import io.vouchline.risk.simulation.traffic.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One run: a bank, its callers and some attacks.
 *
 * @param share of each attack in the measured day's traffic
 * @param decisions on the requests that are measured, by their time
 */
public record Run(long seed, double share, List<Decision> decisions) {

    /** The decisions on each attack's requests, by the attack's name. */
    public Map<String, List<Decision>> attacks() {
        return decisions.stream()
                .filter(decision -> decision.request().attack().isPresent())
                .collect(
                        Collectors.groupingBy(
                                decision -> decision.request().attack().orElseThrow(),
                                TreeMap::new,
                                Collectors.toList()));
    }

    /** The decisions on genuine requests. */
    public List<Decision> genuine() {
        return decisions.stream()
                .filter(decision -> decision.request().attack().isEmpty())
                .toList();
    }

    /** The decisions on genuine requests of this kind. */
    public List<Decision> genuine(Kind kind) {
        return genuine().stream()
                .filter(decision -> decision.request().kinds().contains(kind))
                .toList();
    }
}
