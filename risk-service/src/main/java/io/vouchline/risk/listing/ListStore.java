package io.vouchline.risk.listing;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.risk.ListApi.ListKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the entries of the lists are kept, and the order in which they changed. */
interface ListStore {

    /**
     * Adds entries, or replaces those of the same id; what is the same in all its parts stays as it
     * is. All of them, or none.
     *
     * @param listings at least one, all of one owner, no id twice
     * @return what became of each, in their order; empty if the owner has no room for the new ones
     */
    Uni<Optional<List<Placed>>> add(List<Listing> listings);

    /** Removes the entry of this id; whether there was one. */
    Uni<Boolean> remove(String id);

    /**
     * Some of what changed after a version, in the order of the changes.
     *
     * @param since the version; 0 for all that is there
     */
    Uni<Changes> changes(long since, int most);

    /**
     * Some of an owner's entries, ordered by id; expired ones are left out.
     *
     * @param after the id before the first; empty to begin
     */
    Uni<Page> page(String owner, Optional<ListKind> list, String after, int most);

    /** The entries of these ids that are there and have not expired, in the order of the ids. */
    Uni<List<Kept>> entries(List<String> ids);

    /** What became of an entry that was to be added. */
    enum Outcome {
        /** It is new. */
        ADDED,
        /** It differs from what was there. */
        REPLACED,
        /** It was there. */
        UNCHANGED
    }

    /**
     * What became of an entry, and since when it is as it is.
     *
     * @param since by the clock of the store
     */
    record Placed(Outcome outcome, Instant since) {}

    /** An entry and since when it is as it is. */
    record Kept(Listing listing, Instant since) {}

    /**
     * A page of entries.
     *
     * @param next the id after which the next page begins; empty if this is the last
     */
    record Page(List<Kept> entries, Optional<String> next) {}

    /**
     * Some of what changed.
     *
     * @param epoch names the life of the store: another one means that it began anew
     * @param floor traces of removals up to this version may be gone
     * @param latest the version of the latest change that there is
     */
    record Changes(String epoch, long floor, long latest, List<Change> changes) {}

    /**
     * A change.
     *
     * @param id of the entry
     * @param version of the change, from 1
     * @param listing as it is now; empty if it was removed
     */
    record Change(String id, long version, Optional<Listing> listing) {}
}
