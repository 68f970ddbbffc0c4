package io.vouchline.gateway.transaction;

import io.smallrye.mutiny.Uni;

/**
 * Whether transactions can be kept, asked before anything is sent: a transaction's reference is
 * known only once its code is issued, and nothing must go out of which nobody will know.
 */
public interface KeepingProof {

    /** Ends if the store takes writes now; fails with 503 otherwise. */
    Uni<Void> prove();
}
