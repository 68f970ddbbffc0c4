package io.vouchline.risk.listing;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.ListAdminApi.Finding;
import io.vouchline.contract.risk.ListAdminApi.Page;
import io.vouchline.contract.risk.ListAdminApi.Removal;
import io.vouchline.contract.risk.ListApi.Entry;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.contract.risk.ListApi.NewEntry;
import io.vouchline.risk.listing.ListStore.Kept;
import io.vouchline.risk.number.Intelligences;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Adds, removes and reads entries, and tells which of them cover a number. */
@Singleton
class ListEntries {

    private static final int MOST_TOLD = 51;

    private final ListStore store;
    private final Lists lists;
    private final EntryRules rules;
    private final NumberHash numbers;
    private final Intelligences intelligences;

    ListEntries(
            ListStore store,
            Lists lists,
            EntryRules rules,
            NumberHash numbers,
            Intelligences intelligences) {
        this.store = store;
        this.lists = lists;
        this.rules = rules;
        this.numbers = numbers;
        this.intelligences = intelligences;
    }

    Uni<Entry> add(String owner, NewEntry entry) {
        rules.fault(entry)
                .ifPresent(
                        fault -> {
                            throw ListProblems.malformed(fault);
                        });
        Listing listing = rules.listing(owner, entry);
        return store.add(List.of(listing))
                .map(placed -> placed.orElseThrow(ListProblems::full))
                .map(placed -> listing.entry(placed.getFirst().since()));
    }

    Uni<Boolean> remove(String owner, Removal removal) {
        SubjectRules.fault(removal.subject())
                .ifPresent(
                        fault -> {
                            throw ListProblems.malformed(fault);
                        });
        return store.remove(
                Covered.of(removal.subject(), owner, numbers).id(removal.list(), owner));
    }

    Uni<Page> page(String owner, Optional<ListKind> list, String after, int most) {
        return store.page(owner, list, after, most)
                .map(page -> new Page(entries(page.entries()), page.next().orElse(null)));
    }

    Uni<Finding> find(String tenant, PhoneNumber number) {
        List<Match> matches =
                lists.covering(tenant, number, intelligences.of(number).region()).stream()
                        .limit(MOST_TOLD)
                        .toList();
        if (matches.isEmpty()) {
            return Uni.createFrom().item(new Finding(null, null, List.of()));
        }
        return store.entries(matches.stream().map(match -> match.entry().id()).toList())
                .map(kept -> finding(matches.getFirst().entry(), entries(kept)));
    }

    private static Finding finding(Held decisive, List<Entry> entries) {
        return new Finding(
                decisive.list(),
                entries.stream()
                        .filter(entry -> entry.id().equals(decisive.id()))
                        .findFirst()
                        .orElse(null),
                entries.stream().filter(entry -> !entry.id().equals(decisive.id())).toList());
    }

    private static List<Entry> entries(List<Kept> kept) {
        return kept.stream().map(one -> one.listing().entry(one.since())).toList();
    }
}
