package io.vouchline.gateway.upstream;

/** A service answered a call with an error status. */
final class RefusedCallException extends RuntimeException {

    private final int status;

    RefusedCallException(int status) {
        super("the service answered " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
