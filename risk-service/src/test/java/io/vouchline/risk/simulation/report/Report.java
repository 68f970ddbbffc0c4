package io.vouchline.risk.simulation.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The figures of several runs, as text, tables and plots. */
public final class Report {

    private static final String CAUTION =
            """
            Each figure comes from a simulation whose callers, attacks and prices are stated assumptions; none is a
            measurement of a real service. Times are simulated. A request is blocked when its score is above the threshold.
            """;

    private static final String SWEEP_CAUTION =
            """
            Scores are those that came while the run's own threshold decided: at a threshold far from it they would differ.
            """;

    private final List<Run> runs;
    private final int threshold;
    private final String circumstances;
    private final boolean sweep;

    /**
     * A report.
     *
     * @param threshold the highest score that was sent a code
     * @param circumstances what was run, in a line
     * @param sweep whether other thresholds are told of too
     */
    public Report(List<Run> runs, int threshold, String circumstances, boolean sweep) {
        this.runs = List.copyOf(runs);
        this.threshold = threshold;
        this.circumstances = circumstances;
        this.sweep = sweep;
    }

    /** For people, in Markdown. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("# Simulated attacks and callers\n\n").append(CAUTION).append('\n');
        text.append(circumstances).append("\n");
        for (double share : Runs.shares(runs)) {
            List<Run> those = Runs.ofShare(runs, share);
            section(text, 2, "Attacks of " + Words.percent(share) + " of the traffic each");
            text.append(AttackTables.summary(those, threshold).markdown());
            section(text, 3, "Genuine callers");
            text.append(GenuineTables.summary(those, threshold).markdown()).append('\n');
            text.append(GenuineTables.reasons(those, threshold).markdown());
            section(text, 3, "What a score meant");
            text.append(Reliability.of(those).markdown());
            if (sweep) {
                section(text, 3, "Cost stopped at other thresholds");
                text.append(SWEEP_CAUTION).append('\n').append(Sweep.summary(those).markdown());
            }
        }
        return text.toString();
    }

    /**
     * Writes report.md, the tables as CSV and the plots.
     *
     * @param folder made if it is not there
     */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        StringBuilder plots = new StringBuilder("\n## Plots\n\n");
        for (double share : Runs.shares(runs)) {
            List<Run> those = Runs.ofShare(runs, share);
            String cost = "cost-" + Words.share(share) + ".svg";
            String recall = "recall-" + Words.share(share) + ".svg";
            Files.writeString(folder.resolve(cost), Plots.cost(those, share, threshold));
            Files.writeString(folder.resolve(recall), Plots.recall(those, share, threshold));
            plots.append("![Cost let through](%s)\n\n![Recall](%s)\n\n".formatted(cost, recall));
        }
        Files.writeString(folder.resolve("report.md"), text() + plots);
        Files.writeString(folder.resolve("attacks.csv"), AttackTables.all(runs, threshold).csv());
        Files.writeString(folder.resolve("genuine.csv"), GenuineTables.all(runs, threshold).csv());
        Files.writeString(folder.resolve("thresholds.csv"), Sweep.all(runs).csv());
    }

    private static void section(StringBuilder text, int level, String title) {
        text.append("\n").append("#".repeat(level)).append(' ').append(title).append("\n\n");
    }
}
