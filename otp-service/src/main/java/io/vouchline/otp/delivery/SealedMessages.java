package io.vouchline.otp.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vouchline.contract.seal.Seal;
import io.vouchline.otp.delivery.DeliveryQueue.Following;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/**
 * Seals messages as JSON, with a mapper of its own: queued messages outlive a change of settings.
 */
@Singleton
public final class SealedMessages {

    private final ObjectMapper mapper = new ObjectMapper();
    private final Seal seal;

    /** Seals by this. */
    public SealedMessages(Seal seal) {
        this.seal = seal;
    }

    /** Seals a message for this reference. */
    public String seal(Message message, String reference) {
        try {
            return seal.seal(mapper.writeValueAsBytes(message), reference);
        } catch (IOException e) {
            throw new IllegalStateException("a message could not be written as JSON", e);
        }
    }

    /** Opens a message that was sealed for this reference. */
    public Message open(String sealed, String reference) {
        try {
            return mapper.readValue(seal.open(sealed, reference), Message.class);
        } catch (IOException e) {
            // Without the cause: Jackson's message repeats what it could not read.
            throw new IllegalStateException("a sealed message is not readable");
        }
    }

    /** What follows this message if it certainly does not arrive. */
    Optional<Following> following(MessageId id, Message message) {
        return message.following()
                .map(
                        next ->
                                new Following(
                                        next.destination().channel(), seal(next, id.reference())));
    }
}
