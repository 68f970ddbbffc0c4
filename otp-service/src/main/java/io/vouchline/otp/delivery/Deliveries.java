package io.vouchline.otp.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.otp.delivery.DeliveryChannel.NotSentException;
import io.vouchline.otp.delivery.DeliveryChannel.RefusedException;
import io.vouchline.otp.delivery.DeliveryQueue.Entry;
import io.vouchline.otp.delivery.DeliveryQueue.Following;
import io.vouchline.otp.delivery.DeliveryQueue.Taken;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** The way of one message: taken off the queue once, opened, sent, its end written down. */
@Singleton
class Deliveries {

    private static final Logger LOGGER = Logger.getLogger(Deliveries.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(4);
    private static final int MORE_TRIES = 3;

    private final DeliveryQueue queue;
    private final SealedMessages messages;
    private final Channels channels;
    private final MeterRegistry metrics;

    Deliveries(
            DeliveryQueue queue,
            SealedMessages messages,
            Channels channels,
            MeterRegistry metrics) {
        this.queue = queue;
        this.messages = messages;
        this.channels = channels;
        this.metrics = metrics;
    }

    /** Delivers what an entry stands for; whether another message was queued in its stead. */
    Uni<Boolean> deliver(Entry entry) {
        return queue.take(entry, channels.repeatable())
                .chain(
                        taken ->
                                taken.map(message -> deliver(entry, message))
                                        .orElseGet(() -> queue.drop(entry).replaceWith(false)));
    }

    private Uni<Boolean> deliver(Entry entry, Taken taken) {
        MessageId id = entry.message();
        Message message;
        try {
            message = messages.open(taken.sealedMessage(), id.reference());
        } catch (IllegalStateException | IllegalArgumentException e) {
            // What cannot be opened can never be sent, and what follows it is not known.
            LOGGER.errorf("a message by %s cannot be opened: %s", taken.channel(), e);
            count(taken.channel(), DeliveryState.FAILED);
            return end(entry, DeliveryState.FAILED, Optional.empty());
        }
        return send(channels.of(taken.channel()), id, message)
                .invoke(state -> count(taken.channel(), state))
                .chain(state -> end(entry, state, following(id, message, state)));
    }

    private Uni<Boolean> end(Entry entry, DeliveryState state, Optional<Following> following) {
        return queue.end(entry, state, following).replaceWith(following.isPresent());
    }

    private Optional<Following> following(MessageId id, Message message, DeliveryState state) {
        return state == DeliveryState.FAILED ? messages.following(id, message) : Optional.empty();
    }

    private Uni<DeliveryState> send(DeliveryChannel channel, MessageId id, Message message) {
        Uni<Void> sending = channel.send(id, message);
        AtomicBoolean isFurther = new AtomicBoolean();
        return Uni.createFrom()
                .deferred(() -> isFurther.getAndSet(true) ? ifLive(id, sending) : sending)
                .onFailure(failure -> isHarmlessToRepeat(channel, failure))
                .retry()
                .withBackOff(FIRST_BACK_OFF, LONGEST_BACK_OFF)
                .atMost(MORE_TRIES)
                .replaceWith(DeliveryState.SENT)
                .onFailure()
                .invoke(failure -> told(channel, failure))
                .onFailure()
                .recoverWithItem(Deliveries::state);
    }

    /** Between two tries the code may have been used, or a newer one may have taken its place. */
    private Uni<Void> ifLive(MessageId id, Uni<Void> sending) {
        return queue.sealed(id)
                .chain(
                        held ->
                                held.isPresent()
                                        ? sending
                                        : Uni.createFrom()
                                                .failure(
                                                        new RefusedException(
                                                                "its code is not live any more")));
    }

    /** Only what nobody gets twice is sent again. */
    private static boolean isHarmlessToRepeat(DeliveryChannel channel, Throwable failure) {
        return failure instanceof NotSentException
                || (channel.removesDoubles() && !(failure instanceof RefusedException));
    }

    private static void told(DeliveryChannel channel, Throwable failure) {
        LOGGER.warnf("a message by %s was not sent for certain: %s", channel.channel(), failure);
    }

    private static DeliveryState state(Throwable failure) {
        return failure instanceof NotSentException || failure instanceof RefusedException
                ? DeliveryState.FAILED
                : DeliveryState.UNKNOWN;
    }

    private void count(Channel channel, DeliveryState state) {
        metrics.counter("vouchline.deliveries", "channel", channel.name(), "state", state.name())
                .increment();
    }
}
