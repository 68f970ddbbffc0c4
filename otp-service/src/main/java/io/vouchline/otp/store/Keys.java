package io.vouchline.otp.store;

import io.vouchline.contract.outcome.OutcomePartitions;
import java.util.List;

/**
 * The names of all keys in Redis. There are 16 partitions, fixed at installation: the first
 * hexadecimal digit of a number's hash, which is also the first of its references. All keys of a
 * partition share one hash tag and thus one slot of a cluster.
 */
public final class Keys {

    /** The partitions. */
    public static final List<Character> PARTITIONS = OutcomePartitions.ALL;

    private Keys() {}

    /** The record of a number: its current verification, failures, lock. */
    public static String number(String numberHash) {
        return tag(numberHash.charAt(0)) + "number:" + numberHash;
    }

    /** The record of a verification. */
    public static String verification(String reference) {
        return partition(reference) + "verification:" + reference;
    }

    /** The hash and sealed message of a verification: it dies before the record does. */
    public static String secret(String reference) {
        return partition(reference) + "secret:" + reference;
    }

    /** What an earlier, equal request was answered. */
    public static String idempotency(String numberHash, String digest) {
        return tag(numberHash.charAt(0)) + "idempotency:" + digest;
    }

    /** The queue of references whose messages wait to be sent. */
    public static String delivery(char partition) {
        return tag(partition) + "delivery";
    }

    /** The stream of what happened to codes. */
    public static String outcome(char partition) {
        return OutcomePartitions.stream(partition);
    }

    /** A reserved attempt of a number. */
    public static String attempt(String numberHash, String digest) {
        return tag(numberHash.charAt(0)) + "attempt:" + digest;
    }

    /** The last time step that was used of a security key: it lies under the key's own tag. */
    public static String step(String securityKey) {
        return "{security-key:" + securityKey + "}:step";
    }

    /**
     * A quota. All of a tenant share one tag, so that one script takes all or none.
     *
     * @param name which of the tenant's quotas it is
     */
    public static String quota(String tenant, String name) {
        return "{quota:" + tenant + "}:" + name;
    }

    /** The partition that a reference names. */
    public static char partitionOf(String reference) {
        return reference.charAt(0);
    }

    private static String partition(String reference) {
        return tag(partitionOf(reference));
    }

    private static String tag(char partition) {
        return OutcomePartitions.tag(partition);
    }
}
