package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the sessions of each tenant. It gets nothing in clear but the session's id, a keyed hash. A
 * store that does not answer in time is told as 503.
 */
interface SessionStore {

    /** The session of this id, if the tenant has one. */
    Uni<Optional<Stored>> find(String tenant, String id);

    /**
     * Keeps a session unless there is one.
     *
     * @param life how long, at least 1 ms
     */
    Uni<Written> create(String tenant, String id, Stored session, Duration life);

    /**
     * Keeps a session in place of the one that was read.
     *
     * @param expected the version of the one that was read
     * @param life how long from now, at least 1 ms
     */
    Uni<Written> replace(String tenant, String id, String expected, Stored session, Duration life);

    /**
     * A session as it is kept.
     *
     * @param version another one each time that it is written
     */
    record Stored(String version, String sealed) {

        @Override
        public String toString() {
            return "Stored[" + version + "]";
        }
    }

    /**
     * What became of writing.
     *
     * @param done whether it was written
     * @param there what is kept instead, if it was not; null if nothing is
     */
    record Written(boolean done, @Nullable Stored there) {

        static final Written DONE = new Written(true, null);
    }
}
