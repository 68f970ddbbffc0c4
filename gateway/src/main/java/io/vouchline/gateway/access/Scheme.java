package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;

/** One way for a client to prove who it is. */
interface Scheme {

    /** Its name in metrics. */
    String label();

    /** Whether the request shows a credential of this kind: then no other kind is tried. */
    boolean isShownBy(AccessRequest request);

    /**
     * The client whose credential it is. Fails with {@link RefusedAccessException} where it does
     * not hold, and with 503 where that cannot be told now.
     */
    Uni<Client> client(AccessRequest request);
}
