package io.vouchline.gateway.callback;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.callback.Reports.Taken;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has a report that was taken tried, and writes down what came of it. */
@Singleton
class Sending {

    static final String REPORTS = "vouchline.callback.reports";

    private static final Logger LOGGER = Logger.getLogger(Sending.class);

    private final Tries tries;
    private final Reports reports;
    private final MeterRegistry metrics;

    Sending(Tries tries, Reports reports, MeterRegistry metrics) {
        this.tries = tries;
        this.reports = reports;
        this.metrics = metrics;
    }

    /** Sends it. Fails if a store does: the report is due again when its lease ends. */
    Uni<Void> send(Taken taken) {
        return tries.of(taken.report()).chain(verdict -> settle(taken, verdict));
    }

    private Uni<Void> settle(Taken taken, Verdict verdict) {
        if (verdict == Verdict.DELIVERED) {
            return reports.delivered(taken.report()).invoke(() -> count(verdict));
        }
        Optional<Duration> wait =
                verdict == Verdict.FAILED
                        ? RetrySchedule.waitAfter(taken.tries() + 1)
                        : Optional.empty();
        return wait.map(pause -> reports.again(taken, pause).replaceWithVoid())
                .orElseGet(() -> giveUp(taken, verdict));
    }

    private Uni<Void> giveUp(Taken taken, Verdict verdict) {
        return reports.giveUp(taken)
                .invoke(
                        ended -> {
                            if (ended) {
                                count(verdict);
                                LOGGER.warnf(
                                        "the report of %s to client %s is given up: %s",
                                        taken.report().id(),
                                        taken.report().client(),
                                        verdict.label());
                            }
                        })
                .replaceWithVoid();
    }

    private void count(Verdict verdict) {
        metrics.counter(REPORTS, "result", verdict.label()).increment();
    }
}
