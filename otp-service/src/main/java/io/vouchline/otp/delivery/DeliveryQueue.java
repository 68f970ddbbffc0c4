package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The queue of the messages that wait to be sent. It is read at least once. */
public interface DeliveryQueue {

    /** How many entries are read at a time, at most. */
    int AT_ONCE = 10;

    /** The entries of a partition that nobody has read yet: at most {@link #AT_ONCE}. */
    Uni<List<Entry>> unread(char partition);

    /** The entries that somebody read longer ago than this and did not end: at most as many. */
    Uni<List<Entry>> abandoned(char partition, Duration since);

    /**
     * Takes a message for sending, once; nothing if it must not be sent (any more).
     *
     * @param repeatable the channels whose receivers remove doubles: what was taken before and not
     *     ended is taken again
     */
    Uni<Optional<Taken>> take(Entry entry, Set<Channel> repeatable);

    /** Ends an entry with how far its message got. */
    Uni<Void> end(Entry entry, DeliveryState state, Optional<Following> following);

    /** Ends an entry that was not to be sent. */
    Uni<Void> drop(Entry entry);

    /**
     * Records how far a message got; whether that was new. A state never gives way to an earlier.
     */
    Uni<Boolean> report(MessageId message, DeliveryState state, Optional<Following> following);

    /** A sealed message, while its code is live. */
    Uni<Optional<String>> sealed(MessageId message);

    /** Counts a key that the callee of this message pressed; nothing once its code is not live. */
    Uni<Optional<Pressed>> press(MessageId message);

    /**
     * An entry of the queue.
     *
     * @param id its place in the partition's stream
     */
    record Entry(char partition, String id, MessageId message) {}

    /** A message that is now this replica's to send. */
    record Taken(Channel channel, String sealedMessage) {}

    /** The message that is to follow if this one is certain not to arrive. */
    record Following(Channel channel, String sealedMessage) {}

    /**
     * A key was pressed.
     *
     * @param times how many keys it were by now
     */
    record Pressed(String sealedMessage, int times) {}
}
