package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The queue of references whose messages wait to be sent. It is read at least once. */
interface DeliveryQueue {

    /** The entries of a partition that nobody has read yet: at most ten. */
    Uni<List<Entry>> unread(char partition);

    /** The entries that somebody read longer ago than this and did not end: at most ten. */
    Uni<List<Entry>> abandoned(char partition, Duration since);

    /** Takes a message for sending, once; nothing if it must not be sent (any more). */
    Uni<Optional<Taken>> take(Entry entry);

    /** Ends an entry that was sent or failed. */
    Uni<Void> end(Entry entry, DeliveryState state);

    /** Ends an entry that was not to be sent. */
    Uni<Void> drop(Entry entry);

    /**
     * An entry of the queue.
     *
     * @param id its place in the partition's stream
     */
    record Entry(char partition, String id, String reference) {}

    /** A message that is now this replica's to send. */
    record Taken(Channel channel, String sealedMessage) {}
}
