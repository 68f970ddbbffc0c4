package io.vouchline.gateway.upstream;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service answered a call with an error status. */
final class RefusedCallException extends RuntimeException {

    private final int status;
    private final @Nullable Duration retryAfter;

    RefusedCallException(int status, Optional<Duration> retryAfter) {
        super("the service answered " + status);
        this.status = status;
        this.retryAfter = retryAfter.orElse(null);
    }

    int status() {
        return status;
    }

    /**
     * How long the service wants the next try to wait, in whole seconds; empty if it says nothing.
     */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
