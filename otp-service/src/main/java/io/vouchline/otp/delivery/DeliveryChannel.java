package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Channel;

/** A way in which a code reaches its owner. */
public interface DeliveryChannel {

    /** Which of the contract's channels this is. */
    Channel channel();

    /**
     * Hands the message over. Fails with {@link NotSentException} if it has certainly not gone out
     * and another try may help; with {@link RefusedException} if it has not and none will; with
     * anything else if it may or may not have.
     */
    Uni<Void> send(MessageId id, Message message);

    /**
     * Whether the receiver knows a message again by its id, so that one that may be out is sent
     * once more rather than lost.
     */
    default boolean removesDoubles() {
        return false;
    }

    /** The message has certainly not gone out; another try may help. */
    final class NotSentException extends RuntimeException {

        NotSentException(String why) {
            super(why);
        }
    }

    /** The message has certainly not gone out, and the same message never will. */
    final class RefusedException extends RuntimeException {

        RefusedException(String why) {
            super(why);
        }
    }

    /** The message may or may not have gone out: it is not sent again. */
    final class UncertainException extends RuntimeException {

        UncertainException(String why) {
            super(why);
        }
    }
}
