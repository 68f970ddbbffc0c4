package io.vouchline.risk.listing;

import io.vouchline.contract.risk.ListApi.Entry;
import io.vouchline.contract.risk.ListApi.ListKind;
import java.time.Instant;
import java.util.Optional;

/**
 * An entry of a list.
 *
 * @param owner the tenant, or {@link Owner#ALL}
 * @param covered what it is about
 * @param reason why, in words
 * @param author who added it
 * @param expiresAt when it ends, in whole milliseconds; empty for never
 */
record Listing(
        String owner,
        ListKind list,
        Covered covered,
        String reason,
        String author,
        Optional<Instant> expiresAt) {

    /** Names the entry. */
    String id() {
        return covered.id(list, owner);
    }

    /** As it is answered. */
    Entry entry(Instant since) {
        return new Entry(
                id(),
                list,
                covered.subject(),
                reason,
                author,
                since,
                expiresAt.orElse(null),
                owner.equals(Owner.ALL));
    }
}
