package io.vouchline.local.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.local.load.ImportJob.Counters;
import io.vouchline.local.load.ImportJob.State;
import io.vouchline.local.load.ImportOrder.Load;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Instant BEGAN = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void whatWasLoadedIsCounted() {
        Summary summary =
                summary(State.SUCCEEDED, new Counters(100_000, 99_000, 900, 100, 0, 0), "");

        assertEquals(0, summary.exitCode());
        assertEquals(
                """
                customers.ndjson: loaded, 100,000 lines in 12.5 s (8,000 lines/s)
                  created           99,000
                  updated              900
                  unchanged            100
                  removed                0
                  rejected               0""",
                summary.text());
    }

    @Test
    void theFirstTwentyErrorsAreShownWithTheWayToTheOthers() {
        Summary summary = summary(State.SUCCEEDED, new Counters(150, 0, 0, 0, 0, 150), "");

        assertEquals(1, summary.exitCode());
        assertTrue(
                summary.text()
                        .contains(
                                "\nline 1, phones[0].number: cannot be read\nline 2, phones[0].number: cannot be read\n"));
        assertTrue(
                summary.text()
                        .endsWith(
                                "\nline 20, phones[0].number: cannot be read\n20 of 150 errors are shown; deploy/local/import --errors --key k1 --tenant bank prints them all"));
    }

    @Test
    void anErrorOfAWholeLineNamesNoField() {
        assertEquals(
                "line 3: is not a JSON object",
                new LineError(3, "", "is not a JSON object").toString());
    }

    @Test
    void aRefusedRemovalTellsWhatForceDoes() {
        Summary summary =
                summary(State.REMOVAL_REFUSED, new Counters(1, 1, 0, 0, 0, 0), "would remove 90 %");

        assertEquals(1, summary.exitCode());
        assertTrue(
                summary.text()
                        .startsWith("customers.ndjson: loaded, but no customer was removed, "));
        assertTrue(
                summary.text()
                        .endsWith(
                                """
                                The lookup-service says: would remove 90 %
                                See whether the file is whole: with --full, all that it does not hold is removed. --force removes them all the same."""));
    }

    @Test
    void aFailureSaysThatSomeMayHaveGoneIn() {
        for (State state : List.of(State.FAILED, State.INTERRUPTED)) {
            Summary summary = summary(state, new Counters(10, 5, 0, 0, 0, 0), "database away");

            assertEquals(3, summary.exitCode());
            assertTrue(summary.text().contains("The lookup-service says: database away\n"));
            assertTrue(summary.text().contains("may have gone in"));
        }
    }

    @Test
    void aDryRunSaysThatNothingWasWritten() {
        Load order = new Load(Path.of("a.csv"), false, false, false, true, "demo-bank", "k1");

        assertTrue(
                new Summary(order, job(State.SUCCEEDED, Counters.NONE, ""), BEGAN, 1)
                        .text()
                        .startsWith("a.csv: only tried, nothing was written, 0 lines"));
    }

    @Test
    void anImportThatHadEndedBeforeIsToldAsThat() {
        ImportJob job =
                new ImportJob(
                        State.SUCCEEDED,
                        Counters.NONE,
                        "",
                        List.of(),
                        Optional.of(BEGAN.minusSeconds(3600)));

        assertTrue(
                new Summary(order(), job, BEGAN, 1)
                        .text()
                        .startsWith(
                                "customers.ndjson: an import with the key k1 has ended before, at 2026-11-22T09:00:00Z, as follows\n"));
    }

    private static Summary summary(State state, Counters counters, String detail) {
        return new Summary(order(), job(state, counters, detail), BEGAN, 12.5);
    }

    private static ImportJob job(State state, Counters counters, String detail) {
        List<LineError> errors =
                LongStream.rangeClosed(1, Math.min(100, counters.rejected()))
                        .mapToObj(line -> new LineError(line, "phones[0].number", "cannot be read"))
                        .toList();
        return new ImportJob(state, counters, detail, errors, Optional.of(BEGAN.plusSeconds(12)));
    }

    private static Load order() {
        return new Load(
                Path.of("folder/customers.ndjson"), false, false, false, false, "bank", "k1");
    }
}
