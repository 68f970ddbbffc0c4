package io.vouchline.local.load;

import io.vouchline.local.load.ImportJob.Counters;
import io.vouchline.local.load.ImportJob.State;
import io.vouchline.local.load.ImportOrder.Load;
import io.vouchline.local.report.ExitCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of an import, for the person who waited for it. */
record Summary(Load order, ImportJob job, Instant began, double seconds) {

    private static final int SHOWN_ERRORS = 20;

    int exitCode() {
        return switch (job.state()) {
            case SUCCEEDED -> job.counters().rejected() == 0 ? ExitCode.DONE : ExitCode.INCOMPLETE;
            case REMOVAL_REFUSED -> ExitCode.INCOMPLETE;
            case RUNNING, FAILED, INTERRUPTED -> ExitCode.FAILED;
        };
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(headline());
        lines.addAll(counts());
        lines.addAll(errors());
        lines.addAll(remarks());
        return String.join("\n", lines);
    }

    private String headline() {
        String name = String.valueOf(order.file().getFileName());
        if (job.finishedAt().filter(began::isAfter).isPresent()) {
            return "%s: an import with the key %s has ended before, at %s, as follows"
                    .formatted(name, order.key(), job.finishedAt().get());
        }
        return "%s: %s, %s".formatted(name, outcome(), pace());
    }

    private String outcome() {
        return switch (job.state()) {
            case SUCCEEDED -> order.dryRun() ? "only tried, nothing was written" : "loaded";
            case REMOVAL_REFUSED -> "loaded, but no customer was removed";
            case RUNNING -> "not done yet";
            case FAILED -> "failed";
            case INTERRUPTED -> "interrupted";
        };
    }

    private String pace() {
        long lines = job.counters().lines();
        return String.format(
                Locale.ROOT,
                "%,d lines in %.1f s (%,d lines/s)",
                lines,
                seconds,
                Math.round(lines / Math.max(seconds, 0.001)));
    }

    private List<String> counts() {
        Counters counters = job.counters();
        return List.of(
                count("created", counters.created()),
                count("updated", counters.updated()),
                count("unchanged", counters.unchanged()),
                count("removed", counters.removed()),
                count("rejected", counters.rejected()));
    }

    private static String count(String what, long number) {
        return String.format(Locale.ROOT, "  %-9s %,14d", what, number);
    }

    private List<String> errors() {
        List<String> lines = new ArrayList<>();
        job.errors().stream().limit(SHOWN_ERRORS).map(LineError::toString).forEach(lines::add);
        if (job.counters().rejected() > lines.size()) {
            lines.add(
                    "%d of %d errors are shown; deploy/local/import --errors --key %s%s prints them all"
                            .formatted(
                                    lines.size(),
                                    job.counters().rejected(),
                                    order.key(),
                                    tenant()));
        }
        return lines;
    }

    private String tenant() {
        return order.tenant().equals(ImportArguments.TENANT) ? "" : " --tenant " + order.tenant();
    }

    private List<String> remarks() {
        List<String> lines = new ArrayList<>();
        if (!job.detail().isEmpty()) {
            lines.add("The lookup-service says: " + job.detail());
        }
        if (job.state() == State.REMOVAL_REFUSED) {
            lines.add(
                    "See whether the file is whole: with --full, all that it does not hold is removed. --force removes them all the same.");
        }
        if (exitCode() == ExitCode.FAILED) {
            lines.add(
                    "What is counted above may have gone in: load the file again when the cause is gone; the fleet's log tells more.");
        }
        return lines;
    }
}
