package io.vouchline.risk.listing;

import io.vouchline.contract.risk.ListApi.Extent;
import io.vouchline.contract.risk.ListApi.ListKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry as lines of text: none of its parts has a line feed. The owner comes first, since
 * scripts read it.
 */
final class ListingText {

    private static final int LINES = 9;

    private ListingText() {}

    static String write(Listing listing) {
        Covered covered = listing.covered();
        return String.join(
                "\n",
                listing.owner(),
                listing.list().name(),
                covered.extent().name(),
                covered.value(),
                covered.to(),
                covered.shown(),
                listing.expiresAt().map(ListingText::millis).orElse(""),
                listing.author(),
                listing.reason());
    }

    /** The entry; empty for what another version of this service may have written. */
    static Optional<Listing> read(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() != LINES) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Listing(
                            lines.get(0),
                            ListKind.valueOf(lines.get(1)),
                            new Covered(
                                    Extent.valueOf(lines.get(2)),
                                    lines.get(3),
                                    lines.get(4),
                                    lines.get(5)),
                            lines.get(8),
                            lines.get(7),
                            instant(lines.get(6))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String millis(Instant instant) {
        return Long.toString(instant.toEpochMilli());
    }

    private static Optional<Instant> instant(String millis) {
        return millis.isEmpty()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)));
    }
}
