package io.vouchline.risk.signal;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.vouchline.contract.risk.RiskApi.Reason;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Adds up what the signals are worth, in log-odds: points of several signals add, as far as the
 * signals are independent of each other, as probabilities do not. The probability of an abuse is 1
 * / (1 + e<sup>-(prior + points)</sup>).
 *
 * <p>A number on a list is decided by the list: the score is then that of the list's points alone.
 * Else a denied number that was verified often, or an allowed one in a block under attack, would
 * have a score that the list's owner did not ask for.
 */
@Startup
@Singleton
public class Scorecard {

    private static final int MOST_REASONS = 4;
    private static final double SCALE = 1000;
    private static final double HUNDREDTHS = 100;

    private static final Comparator<Contribution> STRONGEST_FIRST =
            Comparator.comparingDouble((Contribution part) -> Math.abs(part.points()))
                    .thenComparingDouble(Contribution::points)
                    .reversed()
                    .thenComparing(part -> part.signal().name());

    private final String version;
    private final double prior;
    private final List<Weighted> signals;

    /**
     * A scorecard of these signals.
     *
     * @throws IllegalStateException if the weights do not fit the signals; the message says what to
     *     change in which file
     */
    Scorecard(@All List<Signal> signals, Weights weights) {
        Map<Signal, Table> tables = Tables.of(weights, signals);
        this.version = weights.version();
        this.prior = weights.prior();
        this.signals =
                tables.entrySet().stream()
                        .map(each -> new Weighted(each.getKey(), each.getValue()))
                        // In one order, so that sums round alike everywhere.
                        .sorted(Comparator.comparing((Weighted each) -> each.signal().name()))
                        .toList();
    }

    /** The score under the weights in force. */
    public Score of(Evidence evidence) {
        for (Weighted each : signals) {
            if (each.signal().decides(evidence)) {
                return score(0, List.of(each), evidence);
            }
        }
        return score(prior, signals, evidence);
    }

    private Score score(double start, List<Weighted> asked, Evidence evidence) {
        double sum = start;
        List<Contribution> parts = new ArrayList<>(asked.size());
        for (Weighted each : asked) {
            Finding finding = each.signal().of(evidence).orElse(null);
            double points = finding == null ? 0 : each.table().of(finding);
            if (finding != null && points != 0) {
                sum += points;
                parts.add(new Contribution(each.signal(), finding, points));
            }
        }
        return new Score((int) Math.round(SCALE / (1 + Math.exp(-sum))), reasons(parts), version);
    }

    private static List<Reason> reasons(List<Contribution> parts) {
        parts.sort(STRONGEST_FIRST);
        return parts.stream().limit(MOST_REASONS).map(Contribution::reason).toList();
    }

    /**
     * A score.
     *
     * @param value 0 to 1000, higher is riskier: the probability of an abuse in thousandths, under
     *     the shares that the weights assume
     * @param reasons the strongest by the absolute value of their points, at most four, strongest
     *     first, whether they speak against the number or for it; of two that are equally strong
     *     the one against it first
     * @param weights the version of the weights
     */
    public record Score(int value, List<Reason> reasons, String weights) {}

    private record Weighted(Signal signal, Table table) {}

    private record Contribution(Signal signal, Finding finding, double points) {

        Reason reason() {
            return new Reason(
                    signal.name(),
                    finding.description(),
                    Math.round(points * HUNDREDTHS) / HUNDREDTHS);
        }
    }
}
