package io.vouchline.risk.simulation.screen;

import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.simulation.traffic.Request;
import java.time.Instant;

/** What decides on requests and learns what becomes of them, in the order of simulated time. */
public interface Screen extends AutoCloseable {

    /** Decides on a request at its own time. */
    Verdict ask(Request request);

    /**
     * Something happened to the number of a request that was not blocked.
     *
     * @param id no two events of a run have the same
     */
    void happened(String id, Request request, Event event, Instant at);

    @Override
    default void close() {}
}
