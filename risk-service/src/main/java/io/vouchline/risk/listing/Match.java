package io.vouchline.risk.listing;

import io.vouchline.contract.risk.ListApi.ListKind;
import java.util.Comparator;

/**
 * An entry that covers a number.
 *
 * @param breadth how many numbers of the same length it covers; less than 1 for an entry of this
 *     very number, {@link #WHOLE_REGION} for one of its region
 * @param forAll whether it holds for all tenants
 */
record Match(Held entry, long breadth, boolean forAll) {

    /** Wider than any prefix or range. */
    static final long WHOLE_REGION = Long.MAX_VALUE;

    /** Which entry decides: it comes first. The last step makes the order total. */
    static final Comparator<Match> PRECEDENCE =
            Comparator.comparingLong(Match::breadth)
                    .thenComparing(Match::forAll)
                    .thenComparing(match -> match.entry().list() != ListKind.DENY)
                    .thenComparing(match -> match.entry().id());
}
