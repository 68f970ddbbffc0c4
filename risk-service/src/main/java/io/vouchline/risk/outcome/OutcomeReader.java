package io.vouchline.risk.outcome;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vouchline.risk.history.HistoryStore;
import io.vouchline.risk.history.HistoryStore.Happening;
import io.vouchline.risk.outcome.OutcomeStreams.Told;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happened to codes. An event is finished after it is counted; one that is told again
 * is not counted again, for the counters know its id. A stream that cannot be read holds up no
 * other.
 */
@ApplicationScoped
class OutcomeReader {

    private static final Logger LOGGER = Logger.getLogger(OutcomeReader.class);
    private static final int AT_ONCE = 16;

    private final OutcomeStreams streams;
    private final HistoryStore history;
    private final OutcomeConfig config;
    private final OutcomeProgress progress;
    private final MeterRegistry metrics;
    private final InstantSource clock = InstantSource.system();
    private @Nullable Cancellable looking;

    /** When to look again for what others left. One look at a time reads and writes it. */
    private volatile Instant takeOver = Instant.MIN;

    private final Set<Character> failing = ConcurrentHashMap.newKeySet();

    OutcomeReader(
            OutcomeStreams streams,
            HistoryStore history,
            OutcomeConfig config,
            OutcomeProgress progress,
            MeterRegistry metrics) {
        this.streams = streams;
        this.history = history;
        this.config = config;
        this.progress = progress;
        this.metrics = metrics;
    }

    void begin(@Observes StartupEvent started) {
        looking =
                Multi.createBy()
                        .repeating()
                        .uni(this::look)
                        .withDelay(config.pause())
                        .indefinitely()
                        .subscribe()
                        .with(done -> LOGGER.trace("looked"), this::ended);
    }

    void end(@Observes ShutdownEvent stopping) {
        if (looking != null) {
            looking.cancel();
        }
    }

    /** One look into all streams. Never fails. */
    Uni<Void> look() {
        Instant begun = clock.instant();
        boolean all = !begun.isBefore(takeOver);
        takeOver = all ? begun.plus(config.takeOver()) : takeOver;
        return Multi.createFrom()
                .iterable(OutcomeStreams.PARTITIONS)
                .onItem()
                .transformToUniAndConcatenate(partition -> lookInto(partition, all))
                .collect()
                .with(Collectors.reducing(true, Boolean::logicalAnd))
                .invoke(
                        read -> {
                            if (read) {
                                progress.readUntil(begun);
                            }
                        })
                .replaceWithVoid();
    }

    private Uni<Boolean> lookInto(char partition, boolean all) {
        return (all ? unfinished(partition) : Uni.createFrom().voidItem())
                .chain(() -> fresh(partition))
                .replaceWith(true)
                .invoke(() -> works(partition))
                .onFailure()
                .invoke(failure -> fails(partition, failure))
                .onFailure()
                .recoverWithItem(false);
    }

    private Uni<Void> unfinished(char partition) {
        return streams.takeOver(partition, config.batch())
                .chain(events -> settle(partition, events));
    }

    private Uni<Void> fresh(char partition) {
        return streams.take(partition, config.batch())
                .chain(
                        events ->
                                settle(partition, events)
                                        .chain(
                                                () ->
                                                        events.size() < config.batch()
                                                                ? Uni.createFrom().voidItem()
                                                                : fresh(partition)));
    }

    /** Counts events and finishes them. */
    private Uni<Void> settle(char partition, List<Told> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUni(this::count)
                .merge(AT_ONCE)
                .collect()
                .last()
                .chain(() -> streams.finish(partition, events));
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

    private void works(char partition) {
        if (failing.remove(partition)) {
            LOGGER.infof("outcomes of partition %s are read again", partition);
        }
    }

    /** Told once for each outage, not twice a second. */
    private void fails(char partition, Throwable failure) {
        if (failing.add(partition)) {
            LOGGER.warnf("outcomes of partition %s cannot be read: %s", partition, failure);
        }
    }

    private void ended(Throwable failure) {
        LOGGER.fatal("outcomes are no longer read", failure);
    }
}
