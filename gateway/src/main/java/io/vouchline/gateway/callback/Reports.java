package io.vouchline.gateway.callback;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The reports that wait to be sent, each in its client's queue. One that was taken is due again
 * when its lease ends, unless it was done with before.
 */
interface Reports {

    /** Longer than a try takes, and what is written down of it. */
    Duration LEASE = Duration.ofSeconds(15);

    /** Queues a report, due now. */
    Uni<Added> add(Report report);

    /** The ids of the client's reports that are due, longest due first. */
    Uni<Due> due(String client, int most);

    /** Takes a report for {@link #LEASE}; empty if somebody else did, or it is not due. */
    Uni<Optional<Taken>> take(String client, String id);

    /** It has arrived, whoever holds it now. */
    Uni<Void> delivered(Report report);

    /** It will not be tried again. False if somebody else has taken it meanwhile. */
    Uni<Boolean> giveUp(Taken taken);

    /** It is tried again after this wait. False if somebody else has taken it meanwhile. */
    Uni<Boolean> again(Taken taken, Duration wait);

    /** What became of a new report. */
    enum Added {
        /** It waits. */
        ADDED,
        /** It had been added before; it may have been sent since. */
        KNOWN,
        /** Too many of the client's reports wait. */
        FULL
    }

    /**
     * What is due.
     *
     * @param waiting how many of the client's reports wait, due or not
     */
    record Due(long waiting, List<String> ids) {}

    /**
     * A report that was taken.
     *
     * @param tries how many tries of it have failed
     * @param lease names this taking of it
     */
    record Taken(Report report, int tries, String lease) {}
}
