package io.vouchline.risk.listing;

import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.listing.ListStore.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All entries that a replica holds, by owner; never changed, but followed by another one. */
final class Index {

    /** Of no entries. */
    static final Index EMPTY = new Index(Map.of());

    private final Map<String, OwnedIndex> owners;
    private final int size;

    private Index(Map<String, OwnedIndex> owners) {
        this.owners = owners;
        this.size = owners.values().stream().mapToInt(owned -> owned.entries().size()).sum();
    }

    /** How many entries there are, expired ones too. */
    int size() {
        return size;
    }

    /** This index after these changes: of an entry that changed twice the last one counts. */
    Index after(Collection<Change> changes) {
        Map<String, Map<String, Held>> drafts = new HashMap<>();
        for (Change change : changes) {
            change.listing()
                    .ifPresentOrElse(
                            listing -> {
                                Held _ =
                                        draft(drafts, listing.owner())
                                                .put(change.id(), Held.of(listing));
                            },
                            () -> remove(drafts, change.id()));
        }
        Map<String, OwnedIndex> next = new HashMap<>(owners);
        drafts.forEach((owner, entries) -> next.put(owner, new OwnedIndex(entries.values())));
        next.values().removeIf(owned -> owned.entries().isEmpty());
        return new Index(Map.copyOf(next));
    }

    /**
     * Those that cover the number for this tenant and have not expired: who decides comes first.
     */
    List<Match> covering(
            NumberHash numbers,
            String tenant,
            PhoneNumber number,
            Optional<String> region,
            Instant now) {
        List<Match> matches = new ArrayList<>();
        for (String owner : List.of(tenant, Owner.ALL)) {
            OwnedIndex owned = owners.get(owner);
            if (owned != null) {
                matches.addAll(
                        owned.covering(
                                numbers.of(owner, number),
                                number.e164(),
                                region,
                                owner.equals(Owner.ALL)));
            }
        }
        matches.removeIf(match -> !match.entry().countsAt(now));
        matches.sort(Match.PRECEDENCE);
        return matches;
    }

    /** The trace of a removal does not tell whose entry it was. */
    private void remove(Map<String, Map<String, Held>> drafts, String id) {
        Set<String> known = new HashSet<>(owners.keySet());
        known.addAll(drafts.keySet());
        for (String owner : known) {
            if (drafts.getOrDefault(owner, held(owner)).containsKey(id)) {
                Held _ = draft(drafts, owner).remove(id);
            }
        }
    }

    private Map<String, Held> draft(Map<String, Map<String, Held>> drafts, String owner) {
        return drafts.computeIfAbsent(owner, _ -> new HashMap<>(held(owner)));
    }

    private Map<String, Held> held(String owner) {
        OwnedIndex owned = owners.get(owner);
        return owned == null ? Map.of() : owned.entries();
    }
}
