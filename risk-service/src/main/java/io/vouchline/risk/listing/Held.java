package io.vouchline.risk.listing;

import io.vouchline.contract.risk.ListApi.Extent;
import io.vouchline.contract.risk.ListApi.ListKind;
import java.time.Instant;

/**
 * What a replica holds of an entry in memory: what decides, no words.
 *
 * @param value as in {@link Covered}
 * @param to as in {@link Covered}
 * @param ends when it ends; {@link Instant#MAX} for never
 */
record Held(String id, ListKind list, Extent extent, String value, String to, Instant ends) {

    static Held of(Listing listing) {
        return new Held(
                listing.id(),
                listing.list(),
                listing.covered().extent(),
                listing.covered().value(),
                listing.covered().to(),
                listing.expiresAt().orElse(Instant.MAX));
    }

    /** Whether it still counts at this time. */
    boolean countsAt(Instant now) {
        return now.isBefore(ends);
    }
}
