package io.vouchline.contract.outcome;

import java.util.List;

/**
 * The partitions of otp-service, fixed at installation: a hexadecimal digit, the first of a
 * number's hash and of each of its references. Each has one outcome stream.
 */
public final class OutcomePartitions {

    /** The partitions. */
    public static final List<Character> ALL =
            "0123456789ABCDEF".chars().mapToObj(digit -> (char) digit).toList();

    private OutcomePartitions() {}

    /** What the names of all keys of a partition begin with: they share one slot of a cluster. */
    public static String tag(char partition) {
        return "{otp:" + partition + "}:";
    }

    /** The key of a partition's outcome stream. */
    public static String stream(char partition) {
        return tag(partition) + "outcome";
    }
}
