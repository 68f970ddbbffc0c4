package io.vouchline.gateway.nonce;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/** Remembers what may be used once only, for all replicas. */
public interface Nonces {

    /**
     * Whether all of these are new; if so, they no longer are. Of several that ask at once, one is
     * told that they are. Fails with 503 where that cannot be told.
     *
     * @param owner whose they are: the same one of another owner is another one
     * @param life how long they are remembered
     */
    Uni<Boolean> areNew(String owner, List<String> nonces, Duration life);
}
