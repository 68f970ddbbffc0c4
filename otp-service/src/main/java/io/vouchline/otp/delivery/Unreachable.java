package io.vouchline.otp.delivery;

import io.vouchline.otp.delivery.DeliveryChannel.NotSentException;
import java.net.ConnectException;
import java.net.UnknownHostException;

/** Tells what never left here from what may have arrived. */
final class Unreachable {

    private Unreachable() {}

    /** A connection that never came about carried nothing; all else stays as it is. */
    static Throwable meaning(Throwable failure, String receiver) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return new NotSentException(receiver + " cannot be reached");
            }
        }
        return failure;
    }
}
