package io.vouchline.lookup.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load and how far it is.
 *
 * @param id the load's name: the idempotency key that it came with
 * @param detail why it stands as it does, in words
 * @param lines the lines read so far, blank ones not counted
 * @param created customers who were not held before
 * @param updated customers who were held and are changed
 * @param unchanged customers whose line was the same as the last time
 * @param removed customers who are gone, by a line that says so or by a full load
 * @param rejected lines that could not be taken
 * @param errors why, the first 100
 * @param finishedAt null while it runs
 */
record ImportJob(
        String id,
        ImportState state,
        @Nullable String detail,
        ImportMode mode,
        boolean dryRun,
        boolean force,
        boolean rewrite,
        long lines,
        long created,
        long updated,
        long unchanged,
        long removed,
        long rejected,
        List<LineError> errors,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {

    /** The same load, for one that nobody runs any more. */
    ImportJob interrupted() {
        return new ImportJob(
                id,
                ImportState.INTERRUPTED,
                detail,
                mode,
                dryRun,
                force,
                rewrite,
                lines,
                created,
                updated,
                unchanged,
                removed,
                rejected,
                errors,
                startedAt,
                updatedAt,
                finishedAt);
    }

    @JsonIgnore
    ImportOptions options() {
        return new ImportOptions(mode, dryRun, force, rewrite);
    }
}
