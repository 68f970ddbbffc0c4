package io.vouchline.risk.listing;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Ranges of numbers, to be asked which of them hold a number: sorted by their first number, with
 * the largest last number of every half, of its halves and so on (an interval tree in an array). A
 * question takes as many steps as the logarithm of their count, and one for each range found; a
 * range takes the same room however ragged it is.
 */
final class Ranges {

    /** Above the largest E.164 number, which has 15 digits. */
    private static final long SPACING = 1_000_000_000_000_000L;

    private final Range[] ranges;
    private final long[] furthest;

    Ranges(List<Held> entries) {
        this.ranges =
                entries.stream()
                        .map(Range::of)
                        .sorted(Comparator.comparingLong(Range::from))
                        .toArray(Range[]::new);
        this.furthest = new long[ranges.length];
        long _ = measure(0, ranges.length);
    }

    /** Tells every range that holds this E.164 number. */
    void holding(String e164, Consumer<Range> found) {
        search(0, ranges.length, place(e164), found);
    }

    private long measure(int low, int high) {
        if (low >= high) {
            return Long.MIN_VALUE;
        }
        int middle = (low + high) >>> 1;
        long inHalves = Math.max(measure(low, middle), measure(middle + 1, high));
        furthest[middle] = Math.max(ranges[middle].to(), inHalves);
        return furthest[middle];
    }

    private void search(int low, int high, long place, Consumer<Range> found) {
        if (low >= high) {
            return;
        }
        int middle = (low + high) >>> 1;
        if (furthest[middle] < place) {
            return;
        }
        search(low, middle, place, found);
        Range range = ranges[middle];
        if (range.from() <= place) {
            if (place <= range.to()) {
                found.accept(range);
            }
            search(middle + 1, high, place, found);
        }
    }

    /** Where a number stands: numbers of one length lie together, apart from all others. */
    private static long place(String e164) {
        String digits = e164.substring(1);
        return digits.length() * SPACING + Long.parseLong(digits);
    }

    /**
     * A range.
     *
     * @param from the place of its first number
     * @param to the place of its last number
     */
    record Range(long from, long to, Held entry) {

        private static Range of(Held entry) {
            return new Range(place(entry.value()), place(entry.to()), entry);
        }

        /** How many numbers it holds. */
        long breadth() {
            return to - from + 1;
        }
    }
}
