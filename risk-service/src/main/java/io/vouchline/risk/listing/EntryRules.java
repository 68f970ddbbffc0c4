package io.vouchline.risk.listing;

import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.risk.ListApi.NewEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an entry must be beyond the form of its members, and how it becomes one that is kept. */
@Singleton
final class EntryRules {

    /** The first instant whose year has more than four digits. */
    private static final Instant TOO_LATE = Instant.parse("+10000-01-01T00:00:00Z");

    private final NumberHash numbers;
    private final InstantSource clock;

    @Inject
    EntryRules(NumberHash numbers) {
        this(numbers, InstantSource.system());
    }

    EntryRules(NumberHash numbers, InstantSource clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    /** What is wrong with an entry, in words that hold no value; empty if nothing is. */
    Optional<String> fault(NewEntry entry) {
        return SubjectRules.fault(entry.subject()).or(() -> fault(entry.expiresAt()));
    }

    /** The entry as it is kept. It must be without fault. */
    Listing listing(String owner, NewEntry entry) {
        return new Listing(
                owner,
                entry.list(),
                Covered.of(entry.subject(), owner, numbers),
                entry.reason(),
                entry.author(),
                Optional.ofNullable(entry.expiresAt())
                        .map(end -> end.truncatedTo(ChronoUnit.MILLIS)));
    }

    private Optional<String> fault(@Nullable Instant end) {
        if (end == null) {
            return Optional.empty();
        }
        if (!end.isAfter(clock.instant())) {
            return Optional.of("expires_at has passed");
        }
        return end.isBefore(TOO_LATE)
                ? Optional.empty()
                : Optional.of("expires_at lies after the year 9999");
    }
}
