package io.vouchline.otp.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vouchline.otp.delivery.DeliveryQueue.Entry;
import io.vouchline.otp.store.Keys;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Has sent what is queued. The replica that issued a code looks into its queue at once; a sweep
 * finds what a replica left behind. Nothing here runs inside a request, and nothing blocks.
 */
@Singleton
public class Dispatcher {

    private static final Logger LOGGER = Logger.getLogger(Dispatcher.class);

    /** More would only wait for connections, and be lost to a crash; other replicas may read on. */
    private static final int MOST_UNDER_WAY = 100;

    private final DeliveryQueue queue;
    private final Deliveries deliveries;
    private final DeliveryConfig config;
    private final Map<Character, OneAtATime> looks;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Set<Character> postponed = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private Cancellable sweep = () -> {};

    Dispatcher(DeliveryQueue queue, Deliveries deliveries, DeliveryConfig config) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.config = config;
        this.looks =
                Keys.PARTITIONS.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Function.identity(),
                                        partition -> new OneAtATime(() -> drain(partition))));
    }

    /** Looks into the queue that this reference was put into; returns at once. */
    public void nudge(String reference) {
        look(Keys.partitionOf(reference));
    }

    void begin(@Observes StartupEvent started) {
        sweep =
                Multi.createFrom()
                        .ticks()
                        .every(config.sweep())
                        .onOverflow()
                        .drop()
                        .onItem()
                        .transformToUniAndConcatenate(tick -> sweepAll())
                        .subscribe()
                        .with(done -> {}, Dispatcher::failed);
    }

    /** What is still queued is another replica's now. */
    void end(@Observes ShutdownEvent stopping) {
        this.stopping = true;
        sweep.cancel();
    }

    private Uni<Void> sweepAll() {
        Keys.PARTITIONS.forEach(this::look);
        return Multi.createFrom()
                .iterable(Keys.PARTITIONS)
                .onItem()
                .transformToUniAndConcatenate(this::sendAbandoned)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> sendAbandoned(char partition) {
        return isFull()
                ? Uni.createFrom().voidItem()
                : told(queue.abandoned(partition, config.abandoned()).invoke(this::sendAll));
    }

    private void look(char partition) {
        Objects.requireNonNull(looks.get(partition)).ask();
    }

    /** Reads on until nothing is left, without waiting for what it read to be sent. */
    private Uni<Void> drain(char partition) {
        if (isFull()) {
            boolean _ = postponed.add(partition);
            return Uni.createFrom().voidItem();
        }
        return told(
                queue.unread(partition)
                        .invoke(this::sendAll)
                        .chain(
                                entries ->
                                        entries.size() < DeliveryQueue.AT_ONCE
                                                ? Uni.createFrom().voidItem()
                                                : drain(partition)));
    }

    private boolean isFull() {
        return stopping || underWay.get() >= MOST_UNDER_WAY;
    }

    private void sendAll(List<Entry> entries) {
        for (Entry entry : entries) {
            int _ = underWay.incrementAndGet();
            // One entry's trouble is not its neighbours': each is sent by itself.
            Cancellable _ =
                    deliveries
                            .deliver(entry)
                            .subscribe()
                            .with(
                                    followed -> ended(entry, followed),
                                    failure -> {
                                        failed(failure);
                                        ended(entry, false);
                                    });
        }
    }

    private void ended(Entry entry, boolean followed) {
        int left = underWay.decrementAndGet();
        if (followed) {
            look(entry.partition());
        }
        if (left <= MOST_UNDER_WAY - DeliveryQueue.AT_ONCE) {
            Keys.PARTITIONS.stream().filter(postponed::remove).forEach(this::look);
        }
    }

    private static Uni<Void> told(Uni<?> work) {
        return work.replaceWithVoid()
                .onFailure()
                .invoke(Dispatcher::failed)
                .onFailure()
                .recoverWithNull();
    }

    private static void failed(Throwable failure) {
        LOGGER.warnf("the delivery queue cannot be read now: %s", failure);
    }
}
