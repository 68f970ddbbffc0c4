package io.vouchline.risk.outcome;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vouchline.contract.outcome.OutcomeLoop;
import io.vouchline.contract.outcome.OutcomeLoop.Pace;
import io.vouchline.contract.outcome.OutcomeStreams;
import io.vouchline.contract.outcome.OutcomeStreams.Told;
import io.vouchline.risk.history.HistoryStore;
import io.vouchline.risk.history.HistoryStore.Happening;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Counts what happened to codes. An event that is told again is not counted again. */
@Singleton
class OutcomeReader {

    private static final Logger LOGGER = Logger.getLogger(OutcomeReader.class);

    private final OutcomeLoop loop;
    private final HistoryStore history;
    private final MeterRegistry metrics;
    private final InstantSource clock = InstantSource.system();
    private Cancellable looking = () -> {};

    OutcomeReader(
            OutcomeStreams streams,
            HistoryStore history,
            OutcomeConfig config,
            OutcomeProgress progress,
            MeterRegistry metrics) {
        this.loop =
                new OutcomeLoop(
                        streams,
                        new Pace(config.pause(), config.takeOver(), config.batch()),
                        this::count,
                        progress::readUntil);
        this.history = history;
        this.metrics = metrics;
    }

    void begin(@Observes StartupEvent started) {
        looking = loop.begin();
    }

    void end(@Observes ShutdownEvent stopping) {
        looking.cancel();
    }

    /** One look into all streams. Never fails. */
    Uni<Void> look() {
        return loop.look();
    }

    private Uni<Boolean> count(Told told) {
        return happening(told).map(this::count).orElseGet(() -> Uni.createFrom().item(false));
    }

    private Uni<Boolean> count(Happening happening) {
        return history.count(happening).invoke(counted -> measure(happening, counted));
    }

    private void measure(Happening happening, boolean counted) {
        metrics.counter(
                        "vouchline.outcomes",
                        "event",
                        happening.event().name().toLowerCase(Locale.ROOT),
                        "counted",
                        Boolean.toString(counted))
                .increment();
        metrics.timer("vouchline.outcome.delay")
                .record(Duration.between(happening.at(), clock.instant()));
    }

    private Optional<Happening> happening(Told told) {
        try {
            return OutcomeEvents.read(
                    told.fields(), clock.instant().minus(HistoryStore.SAME_EVENT));
        } catch (IllegalArgumentException e) {
            LOGGER.warnf("event %s is left out: %s", told.position(), e.getMessage());
            return Optional.empty();
        }
    }
}
