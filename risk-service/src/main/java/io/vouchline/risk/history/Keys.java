package io.vouchline.risk.history;

import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.Place;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The names of the keys in Redis. What one script reads shares a hash tag: a number's own, its
 * country's, its client's. Numbers, ranges and addresses appear as keyed hashes only.
 */
@Singleton
final class Keys {

    private final NumberHash hashes;
    private final Countries countries = new Countries();

    Keys(NumberHash hashes) {
        this.hashes = hashes;
    }

    /** The record of a number. */
    static String number(String numberHash) {
        return "{risk:" + numberHash + "}:number";
    }

    /** That a request or event is known, beside a number. */
    static String seenOfNumber(String numberHash, String id) {
        return "{risk:" + numberHash + "}:seen:" + id;
    }

    /** The records of a number's block, range and country. */
    List<String> destination(String tenant, Place place) {
        String tag = destinationTag(tenant, place);
        return List.of(
                tag + "block:" + hashes.ofRange(tenant, place.block()),
                tag + "range:" + hashes.ofRange(tenant, place.range()),
                tag + "country");
    }

    /** The numbers of a block that were asked for lately, by their last digits. */
    String recent(String tenant, Place place) {
        return destinationTag(tenant, place) + "recent:" + hashes.ofRange(tenant, place.block());
    }

    /** That a request or event is known, beside a destination. */
    String seenOfDestination(String tenant, Place place, String id) {
        return destinationTag(tenant, place) + "seen:" + id;
    }

    /** The record of a client. */
    static String client(String tenant, String client) {
        return clientTag(tenant, client) + "client";
    }

    /** The record of an address that a client's requests came from. */
    String source(String tenant, String client, String network) {
        return clientTag(tenant, client) + "source:" + hashes.ofRange(tenant, "address " + network);
    }

    /** That a request or event is known, beside a client. */
    static String seenOfClient(String tenant, String client, String id) {
        return clientTag(tenant, client) + "seen:" + id;
    }

    private String destinationTag(String tenant, Place place) {
        return "{risk:" + tenant + ":" + countries.of(place) + "}:";
    }

    private static String clientTag(String tenant, String client) {
        return "{risk:" + tenant + ":client:" + client + "}:";
    }
}
