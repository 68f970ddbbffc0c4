package io.vouchline.risk.listing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.vouchline.contract.risk.ListApi.Extent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of one owner, found by the number they cover; never changed. */
final class OwnedIndex {

    private final Map<String, Held> entries;

    /** By hash, prefix or region, whose forms are never the same. */
    private final Map<String, List<Held>> named;

    private final Ranges ranges;

    OwnedIndex(Collection<Held> entries) {
        this.entries = entries.stream().collect(toUnmodifiableMap(Held::id, identity()));
        this.named =
                entries.stream()
                        .filter(entry -> entry.extent() != Extent.RANGE)
                        .collect(groupingBy(Held::value));
        this.ranges =
                new Ranges(
                        entries.stream().filter(entry -> entry.extent() == Extent.RANGE).toList());
    }

    /** The entries by their ids. */
    Map<String, Held> entries() {
        return entries;
    }

    /**
     * All entries that cover a number, expired ones too.
     *
     * @param hash the owner's keyed hash of the number
     */
    List<Match> covering(String hash, String e164, Optional<String> region, boolean forAll) {
        List<Match> matches = new ArrayList<>();
        named(hash, 0, forAll, matches);
        long breadth = 1;
        for (int end = e164.length(); end > 1; end--) {
            named(e164.substring(0, end), breadth, forAll, matches);
            breadth *= 10;
        }
        ranges.holding(
                e164, range -> matches.add(new Match(range.entry(), range.breadth(), forAll)));
        region.ifPresent(code -> named(code, Match.WHOLE_REGION, forAll, matches));
        return matches;
    }

    private void named(String name, long breadth, boolean forAll, List<Match> matches) {
        for (Held entry : named.getOrDefault(name, List.of())) {
            matches.add(new Match(entry, breadth, forAll));
        }
    }
}
