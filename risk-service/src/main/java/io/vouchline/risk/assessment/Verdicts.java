package io.vouchline.risk.assessment;

import io.micrometer.core.instrument.MeterRegistry;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.Reason;
import io.vouchline.risk.history.HistoryStore.Ask;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What operators see of verdicts: how many of which kind, and what shadow mode let through. */
@Singleton
class Verdicts {

    private static final Logger LOGGER = Logger.getLogger(Verdicts.class);

    private final MeterRegistry metrics;

    Verdicts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Counts a verdict.
     *
     * @param spared whether it is allowed by shadow mode alone
     */
    void count(Ask ask, Assessment assessment, boolean spared) {
        metrics.counter(
                        "vouchline.assessments",
                        "client",
                        ask.client(),
                        "verdict",
                        spared ? "spared" : assessment.blocked() ? "blocked" : "allowed",
                        "degraded",
                        Boolean.toString(assessment.degraded()))
                .increment();
        if (spared) {
            LOGGER.infof(
                    "shadow: client %s of %s would have been refused a call: score %d (%s)",
                    ask.client(),
                    ask.tenant(),
                    assessment.risk().score(),
                    assessment.risk().reasons().stream()
                            .map(Reason::code)
                            .collect(Collectors.joining(", ")));
        }
    }
}
