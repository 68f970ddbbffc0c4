package io.vouchline.risk.listing;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.ListAdminApi.Imported;
import io.vouchline.risk.listing.ListStore.Outcome;
import io.vouchline.risk.listing.ListStore.Placed;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds the entries of a CSV text: all lines are checked before the first one is added. */
@Singleton
final class ListImport {

    /** A script with more of them would keep others waiting. */
    private static final int PORTION = 500;

    private static final int MOST_TOLD = 20;

    private final LineReader reader;
    private final EntryRules rules;
    private final ListStore store;

    ListImport(LineReader reader, EntryRules rules, ListStore store) {
        this.reader = reader;
        this.rules = rules;
        this.store = store;
    }

    /** Reads at once, so that it must not be called on an event loop, and adds as it is awaited. */
    Uni<Imported> load(String owner, byte[] csv) {
        return add(checked(owner, ListCsv.rows(csv)));
    }

    private List<Listing> checked(String owner, List<CsvRecord> rows) {
        Map<String, Listing> listings = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (CsvRecord row : rows) {
            switch (reader.read(row, owner.equals(Owner.ALL))) {
                case LineReader.Outcome.Read(var entry) -> {
                    Listing listing = rules.listing(owner, entry);
                    if (listings.putIfAbsent(listing.id(), listing) != null) {
                        faults.add(fault(row, "is about the same as a line before"));
                    }
                }
                case LineReader.Outcome.Refused(String reason) -> faults.add(fault(row, reason));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.exception(sentence(faults));
        }
        return List.copyOf(listings.values());
    }

    private static String fault(CsvRecord row, String reason) {
        return "line %d: %s".formatted(row.getStartingLineNumber(), reason);
    }

    private static String sentence(List<String> faults) {
        return "Nothing was added, for %s wrong: %s%s"
                .formatted(
                        faults.size() == 1 ? "a line is" : faults.size() + " lines are",
                        String.join("; ", faults.subList(0, Math.min(MOST_TOLD, faults.size()))),
                        faults.size() > MOST_TOLD ? "; and others." : ".");
    }

    private Uni<Imported> add(List<Listing> listings) {
        List<Placed> placed = new ArrayList<>(listings.size());
        return Multi.createFrom()
                .iterable(listings)
                .group()
                .intoLists()
                .of(PORTION)
                .onItem()
                .transformToUniAndConcatenate(store::add)
                .onItem()
                .invoke(
                        portion ->
                                placed.addAll(
                                        portion.orElseThrow(
                                                () -> ListProblems.fullAfter(placed.size()))))
                .collect()
                .last()
                .map(_ -> imported(placed));
    }

    private static Imported imported(List<Placed> placed) {
        List<Outcome> outcomes = placed.stream().map(Placed::outcome).toList();
        return new Imported(
                Collections.frequency(outcomes, Outcome.ADDED),
                Collections.frequency(outcomes, Outcome.REPLACED),
                Collections.frequency(outcomes, Outcome.UNCHANGED));
    }
}
