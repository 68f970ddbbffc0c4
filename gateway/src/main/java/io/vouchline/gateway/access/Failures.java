package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Counts refused credentials by where they come from. */
interface Failures {

    /**
     * Counts one more; answers how long its source has to wait before another is told, zero if it
     * has not used up its share. Never fails.
     *
     * @param holder who has to answer for the source
     */
    Uni<Duration> count(String holder);
}
