package io.vouchline.risk.listing;

import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.risk.ListApi.Extent;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.contract.risk.ListApi.Subject;
import io.vouchline.contract.testing.KeyFiles;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries as tests write them. */
final class ListingFixture {

    static final NumberHash NUMBERS =
            new NumberHash(SecretKeySet.read("test", KeyFiles.secret("numbers")).current());

    private ListingFixture() {}

    /** An entry that never ends. */
    static Listing listing(String owner, ListKind list, Subject subject) {
        return listing(owner, list, subject, null);
    }

    static Listing listing(
            String owner, ListKind list, Subject subject, @Nullable Instant expiresAt) {
        return new Listing(
                owner,
                list,
                Covered.of(subject, owner, NUMBERS),
                "reason",
                "author",
                Optional.ofNullable(expiresAt));
    }

    /**
     * A subject as a word.
     *
     * @param text "+1*" a prefix, "+1..+2" a range, "SE" a region, else a number
     */
    static Subject subject(String text) {
        int dots = text.indexOf("..");
        if (dots > 0) {
            return new Subject(Extent.RANGE, text.substring(0, dots), text.substring(dots + 2));
        }
        if (text.endsWith("*")) {
            return new Subject(Extent.PREFIX, text.substring(0, text.length() - 1), null);
        }
        return new Subject(text.startsWith("+") ? Extent.NUMBER : Extent.REGION, text, null);
    }
}
