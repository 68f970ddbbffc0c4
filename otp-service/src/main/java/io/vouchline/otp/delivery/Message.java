package io.vouchline.otp.delivery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Wording;
import java.util.List;
import java.util.Optional;

/**
 * A message that waits to be sent; in Redis it is sealed.
 *
 * @param number the caller's, whichever way the message goes
 * @param next where the code goes if this message certainly does not arrive, the first one first
 */
@RegisterForReflection(targets = {Message.class, Wording.class})
public record Message(
        Destination destination,
        PhoneNumber number,
        String code,
        Wording wording,
        List<Destination> next) {

    /** The message that follows this one if it certainly does not arrive. */
    public Optional<Message> following() {
        return next.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Message(
                                next.getFirst(),
                                number,
                                code,
                                wording,
                                next.subList(1, next.size())));
    }

    /** The same code by another way, with nothing to follow. */
    public Message to(Destination other) {
        return new Message(other, number, code, wording, List.of());
    }

    @Override
    public String toString() {
        return "Message[" + destination + "]";
    }
}
