package io.vouchline.otp.quota;

import java.time.Duration;

/** A quota is used up: nothing was sent. */
public final class QuotaExceededException extends RuntimeException {

    private final Duration retryAfter;

    /** With the time until the next one is allowed. */
    public QuotaExceededException(Duration retryAfter) {
        super("a quota is used up");
        this.retryAfter = retryAfter;
    }

    /** The time until the next one is allowed. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
