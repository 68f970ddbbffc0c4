package io.vouchline.contract.outcome;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vouchline.contract.outcome.OutcomeStreams.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Reads the outcome streams again and again and hands each event to whoever wants it. An event is
 * finished after it was dealt with; one that fails is handed over again after a minute, so it must
 * do no harm twice. A stream that cannot be read holds up no other.
 */
public final class OutcomeLoop {

    private static final Logger LOGGER = Logger.getLogger(OutcomeLoop.class);
    private static final int AT_ONCE = 16;

    private final OutcomeStreams streams;
    private final Pace pace;
    private final Function<Told, ? extends Uni<?>> each;
    private final Consumer<Instant> read;
    private final InstantSource clock = InstantSource.system();

    /** When to look again for what others left. One look at a time reads and writes it. */
    private volatile Instant takeOver = Instant.MIN;

    private final Set<Character> failing = ConcurrentHashMap.newKeySet();

    /**
     * A loop that has not begun.
     *
     * @param each deals with an event; what it fails with leaves the event unfinished
     * @param read told after each look that read all streams: when that look began
     */
    public OutcomeLoop(
            OutcomeStreams streams,
            Pace pace,
            Function<Told, ? extends Uni<?>> each,
            Consumer<Instant> read) {
        this.streams = streams;
        this.pace = pace;
        this.each = each;
        this.read = read;
    }

    /**
     * How the streams are read.
     *
     * @param pause how long a look into the streams waits for the next
     * @param takeOver how often it is looked for what another replica took and did not finish
     * @param batch how many events of a stream one look takes
     */
    public record Pace(Duration pause, Duration takeOver, int batch) {}

    /** Looks into the streams until it is cancelled. */
    public Cancellable begin() {
        return Multi.createBy()
                .repeating()
                .uni(this::look)
                .withDelay(pace.pause())
                .indefinitely()
                .subscribe()
                .with(
                        done -> LOGGER.trace("looked"),
                        failure -> LOGGER.fatal("outcomes are no longer read", failure));
    }

    /** One look into all streams. Never fails. */
    public Uni<Void> look() {
        Instant begun = clock.instant();
        boolean all = !begun.isBefore(takeOver);
        takeOver = all ? begun.plus(pace.takeOver()) : takeOver;
        return Multi.createFrom()
                .iterable(OutcomePartitions.ALL)
                .onItem()
                .transformToUniAndConcatenate(partition -> lookInto(partition, all))
                .collect()
                .with(Collectors.reducing(true, Boolean::logicalAnd))
                .invoke(
                        complete -> {
                            if (complete) {
                                read.accept(begun);
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
        return streams.takeOver(partition, pace.batch()).chain(events -> settle(partition, events));
    }

    private Uni<Void> fresh(char partition) {
        return streams.take(partition, pace.batch())
                .chain(
                        events ->
                                settle(partition, events)
                                        .chain(
                                                () ->
                                                        events.size() < pace.batch()
                                                                ? Uni.createFrom().voidItem()
                                                                : fresh(partition)));
    }

    /** Deals with events and finishes them. */
    private Uni<Void> settle(char partition, List<Told> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUni(event -> each.apply(event).replaceWith(true))
                .merge(AT_ONCE)
                .collect()
                .last()
                .chain(() -> streams.finish(partition, events));
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
}
