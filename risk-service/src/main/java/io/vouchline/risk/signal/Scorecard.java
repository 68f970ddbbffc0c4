package io.vouchline.risk.signal;

import io.quarkus.arc.All;
import io.vouchline.contract.risk.RiskApi.Reason;
import jakarta.inject.Singleton;
import java.util.List;

/** Adds up what the signals say. */
@Singleton
public class Scorecard {

    private final List<Signal> signals;

    Scorecard(@All List<Signal> signals) {
        this.signals = signals;
    }

    /** The score under the weights in force. */
    public Score of(Evidence evidence) {
        return new Score(signals.size(), List.of(), "none");
    }

    /**
     * A score.
     *
     * @param value 0 to 1000, higher is riskier: the probability of an abuse in thousandths, under
     *     the shares that the weights assume
     * @param reasons the strongest, at most four, strongest first
     * @param weights the version of the weights
     */
    public record Score(int value, List<Reason> reasons, String weights) {}
}
