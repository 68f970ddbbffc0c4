package io.vouchline.gateway.listing;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.contract.risk.ListApi.NewEntry;
import io.vouchline.contract.risk.ListApi.Subject;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.NumberLists;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Adds numbers to the lists of a client's tenant, in the client's name. */
@Singleton
public class Listings {

    private final NumberLists lists;
    private final InstantSource clock = InstantSource.system();

    Listings(NumberLists lists) {
        this.lists = lists;
    }

    /**
     * Adds a number, or gives the entry that it has this reason and end. Safe to repeat. 400 for an
     * end that the client may not choose.
     *
     * @param list one that the client may add to, by {@link WritableList}
     * @param reason by {@link Reason}
     * @param expiresAt when the entry ends; null for the latest end that the client may choose
     */
    public Uni<Listing> add(
            Client client,
            ListKind list,
            PhoneNumber number,
            String reason,
            @Nullable Instant expiresAt) {
        NewEntry entry =
                new NewEntry(
                        list,
                        Subject.of(number),
                        reason,
                        "client " + client.id(),
                        Ending.of(expiresAt, client.policy().listLife(), clock.instant()),
                        false);
        return lists.add(entry).replaceWith(() -> Listing.on(list));
    }
}
