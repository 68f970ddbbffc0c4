package io.vouchline.contract.outcome;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/**
 * The outcome streams of otp-service, read by one group for all replicas of a service: an event
 * that a replica has taken goes to no other unless it is not done within a minute. Partitions are
 * those of {@link OutcomePartitions}.
 */
public interface OutcomeStreams {

    /** Takes events that nobody has taken. */
    Uni<List<Told>> take(char partition, int most);

    /** Takes events that a replica took and did not finish. */
    Uni<List<Told>> takeOver(char partition, int most);

    /** The events are done: nobody of this group takes them again. */
    Uni<Void> finish(char partition, List<Told> events);

    /**
     * An event.
     *
     * @param position where it stands in its stream
     * @param fields what it says, by the names that otp-service's own page lists; empty if it was
     *     trimmed while it was taken
     */
    record Told(String position, Map<String, String> fields) {}
}
