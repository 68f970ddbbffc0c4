package io.vouchline.gateway.transaction;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Remembers transactions for as long as their client may ask for them: 24 hours. */
public interface Transactions {

    /** Remembers one. Fails if the store does not answer: then nothing may be sent. */
    Uni<Void> keep(Transaction transaction);

    /**
     * The transaction of this reference, whoever asked for it. Who asks now is for the caller to
     * compare; empty if there is none, or no longer.
     */
    Uni<Optional<Transaction>> find(String reference);
}
