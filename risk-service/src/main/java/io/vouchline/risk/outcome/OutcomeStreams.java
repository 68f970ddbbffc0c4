package io.vouchline.risk.outcome;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/**
 * The outcome streams of otp-service, read by one group for all replicas: an event that a replica
 * has taken goes to no other unless it is not done within a minute.
 */
interface OutcomeStreams {

    /** The partitions of otp-service. */
    List<Character> PARTITIONS =
            "0123456789ABCDEF".chars().mapToObj(digit -> (char) digit).toList();

    /** Takes events that nobody has taken. */
    Uni<List<Told>> take(char partition, int most);

    /** Takes events that a replica took and did not finish. */
    Uni<List<Told>> takeOver(char partition, int most);

    /** The events are counted: nobody takes them again. */
    Uni<Void> finish(char partition, List<Told> events);

    /**
     * An event.
     *
     * @param position where it stands in its stream
     * @param fields what it says
     */
    record Told(String position, Map<String, String> fields) {}
}
