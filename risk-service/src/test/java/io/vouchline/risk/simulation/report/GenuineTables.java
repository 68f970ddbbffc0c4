package io.vouchline.risk.simulation.report;

import io.vouchline.risk.simulation.screen.Decision;
import io.vouchline.risk.simulation.traffic.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of genuine callers. */
final class GenuineTables {

    private static final int MOST_REASONS = 10;

    private GenuineTables() {}

    /** Over all seeds, for people. */
    static Table summary(List<Run> runs, int threshold) {
        Table table =
                new Table(
                        "genuine",
                        "requests",
                        "refused",
                        "share",
                        "callers",
                        "refused",
                        "share",
                        "at most (95 %)");
        table.add(row("all", Runs.genuine(runs, Run::genuine, threshold)));
        for (Kind kind : Kind.values()) {
            GenuineFigures figures = Runs.genuine(runs, run -> run.genuine(kind), threshold);
            if (figures.requests() > 0) {
                table.add(row(name(kind), figures));
            }
        }
        return table;
    }

    private static List<String> row(String name, GenuineFigures figures) {
        return List.of(
                name,
                Integer.toString(figures.requests()),
                Integer.toString(figures.refused()),
                Words.percent(figures.refusedShare()),
                Integer.toString(figures.callers()),
                Integer.toString(figures.callersRefused()),
                Words.percent(figures.callersRefusedShare()),
                Words.percent(figures.callersRefusedAtMost()));
    }

    /** Each seed and share, for programs. */
    static Table all(List<Run> runs, int threshold) {
        Table table =
                new Table(
                        "share",
                        "seed",
                        "kind",
                        "requests",
                        "refused",
                        "callers",
                        "callers_refused");
        for (Run run : runs) {
            table.add(row(run, "all", GenuineFigures.of(run.genuine(), threshold)));
            for (Kind kind : Kind.values()) {
                table.add(row(run, name(kind), GenuineFigures.of(run.genuine(kind), threshold)));
            }
        }
        return table;
    }

    private static List<String> row(Run run, String kind, GenuineFigures figures) {
        return List.of(
                Words.share(run.share()),
                Long.toString(run.seed()),
                kind,
                Integer.toString(figures.requests()),
                Integer.toString(figures.refused()),
                Integer.toString(figures.callers()),
                Integer.toString(figures.callersRefused()));
    }

    /** The reasons that were given when genuine requests were refused. */
    static Table reasons(List<Run> runs, int threshold) {
        List<Decision> refused =
                runs.stream()
                        .flatMap(run -> run.genuine().stream())
                        .filter(decision -> decision.verdict().score() > threshold)
                        .toList();
        Map<String, Long> counts =
                refused.stream()
                        .flatMap(decision -> decision.verdict().reasons().stream())
                        .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
        Table table = new Table("reason", "of genuine requests refused", "share");
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_REASONS)
                .forEach(
                        count ->
                                table.add(
                                        List.of(
                                                count.getKey(),
                                                count.getValue().toString(),
                                                Words.percent(
                                                        (double) count.getValue()
                                                                / refused.size()))));
        return table;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
