package io.vouchline.gateway.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A credential that does not hold. */
final class RefusedAccessException extends RuntimeException {

    private final AccessFault fault;
    private final transient @Nullable String signatureString;

    RefusedAccessException(AccessFault fault) {
        this(fault, null);
    }

    /**
     * Refuses a credential.
     *
     * @param signatureString what was to be signed; it holds the request's body, and is for nobody
     *     but the sender
     */
    RefusedAccessException(AccessFault fault, @Nullable String signatureString) {
        super(fault.name(), null, false, false);
        this.fault = fault;
        this.signatureString = signatureString;
    }

    AccessFault fault() {
        return fault;
    }

    Optional<String> signatureString() {
        return Optional.ofNullable(signatureString);
    }
}
