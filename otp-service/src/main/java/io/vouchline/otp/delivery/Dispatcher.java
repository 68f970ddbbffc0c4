package io.vouchline.otp.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.otp.delivery.DeliveryChannel.NotSentException;
import io.vouchline.otp.delivery.DeliveryChannel.RefusedException;
import io.vouchline.otp.delivery.DeliveryQueue.Entry;
import io.vouchline.otp.delivery.DeliveryQueue.Taken;
import io.vouchline.otp.store.Keys;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Sends what is queued. The replica that issued a code looks into its queue at once; a sweep finds
 * what a replica left behind. Nothing here runs inside a request, and nothing blocks.
 */
@Singleton
public class Dispatcher {

    private static final Logger LOGGER = Logger.getLogger(Dispatcher.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(4);
    private static final int MORE_TRIES = 3;

    private final DeliveryQueue queue;
    private final SealedMessages messages;
    private final Map<Channel, DeliveryChannel> channels = new EnumMap<>(Channel.class);
    private final Set<Channel> repeatable = EnumSet.noneOf(Channel.class);
    private final DeliveryConfig config;
    private final MeterRegistry metrics;
    private Cancellable sweep = () -> {};

    Dispatcher(
            DeliveryQueue queue,
            SealedMessages messages,
            @All List<DeliveryChannel> channels,
            DeliveryConfig config,
            MeterRegistry metrics) {
        this.queue = queue;
        this.messages = messages;
        channels.forEach(this::add);
        this.config = config;
        this.metrics = metrics;
    }

    private void add(DeliveryChannel channel) {
        channels.put(channel.channel(), channel);
        if (channel.removesDoubles()) {
            repeatable.add(channel.channel());
        }
    }

    /** Looks into the queue that this reference was put into; returns at once. */
    public void nudge(String reference) {
        sendUnread(Keys.partitionOf(reference)).subscribe().with(done -> {}, Dispatcher::failed);
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

    void end(@Observes ShutdownEvent stopping) {
        sweep.cancel();
    }

    private Uni<Void> sweepAll() {
        return Multi.createFrom()
                .iterable(Keys.PARTITIONS)
                .onItem()
                .transformToUniAndConcatenate(
                        partition ->
                                sendUnread(partition)
                                        .chain(() -> sendAbandoned(partition))
                                        .onFailure()
                                        .invoke(Dispatcher::failed)
                                        .onFailure()
                                        .recoverWithNull())
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> sendUnread(char partition) {
        return queue.unread(partition).chain(this::sendAll);
    }

    private Uni<Void> sendAbandoned(char partition) {
        return queue.abandoned(partition, config.abandoned()).chain(this::sendAll);
    }

    private Uni<Void> sendAll(List<Entry> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndMerge(this::send)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> send(Entry entry) {
        return queue.take(entry, repeatable)
                .chain(taken -> taken.isPresent() ? send(entry, taken.get()) : queue.drop(entry))
                // One entry's trouble is not its neighbours': they are sent all the same.
                .onFailure()
                .invoke(Dispatcher::failed)
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> send(Entry entry, Taken taken) {
        DeliveryChannel channel = Objects.requireNonNull(channels.get(taken.channel()));
        MessageId id = entry.message();
        return Uni.createFrom()
                .item(() -> messages.open(taken.sealedMessage(), id.reference()))
                .chain(
                        message ->
                                send(channel, id, message)
                                        .chain(
                                                state ->
                                                        queue.end(
                                                                entry,
                                                                state,
                                                                messages.following(id, message))))
                // What cannot be opened can never be sent.
                .onFailure(IllegalStateException.class)
                .recoverWithUni(
                        failure ->
                                queue.end(
                                        entry, ended(taken.channel(), failure), Optional.empty()));
    }

    private Uni<DeliveryState> send(DeliveryChannel channel, MessageId id, Message message) {
        return channel.send(id, message)
                .onFailure(NotSentException.class)
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .atMost(MORE_TRIES)
                .replaceWith(DeliveryState.SENT)
                .onFailure()
                .recoverWithItem(failure -> ended(channel.channel(), failure))
                .invoke(state -> count(channel.channel(), state));
    }

    private static DeliveryState ended(Channel channel, Throwable failure) {
        LOGGER.warnf("a message by %s was not sent for certain: %s", channel, failure);
        return failure instanceof NotSentException
                        || failure instanceof RefusedException
                        || failure instanceof IllegalStateException
                ? DeliveryState.FAILED
                : DeliveryState.UNKNOWN;
    }

    private void count(Channel channel, DeliveryState state) {
        metrics.counter("vouchline.deliveries", "channel", channel.name(), "state", state.name())
                .increment();
    }

    private static void failed(Throwable failure) {
        LOGGER.warnf("the delivery queue cannot be read now: %s", failure);
    }
}
