package io.vouchline.risk.simulation.report;

import io.vouchline.risk.simulation.report.AttackFigures.Moment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What came of each attack. */
final class AttackTables {

    private AttackTables() {}

    /** Over all seeds, for people. Times are those of the middle seed. */
    static Table summary(List<Run> runs, int threshold) {
        Table table =
                new Table(
                        "attack",
                        "requests",
                        "blocked",
                        "worst seed",
                        "cost offered",
                        "let through",
                        "stopped",
                        "worst seed",
                        "sent before first block",
                        "after",
                        "sent before 95 %",
                        "after",
                        "seeds");
        for (String attack : Runs.attacks(runs)) {
            table.add(row(attack, Runs.figures(runs, attack, threshold)));
        }
        return table;
    }

    private static List<String> row(String attack, List<AttackFigures> figures) {
        Optional<Moment> first = middle(figures, AttackFigures::firstBlock);
        Optional<Moment> detected = middle(figures, AttackFigures::detected);
        long seeds = figures.stream().filter(each -> each.detected().isPresent()).count();
        double offered = sum(figures, AttackFigures::offered);
        double letThrough = sum(figures, AttackFigures::letThrough);
        double requests = sum(figures, AttackFigures::requests);
        return List.of(
                attack,
                "%.0f".formatted(requests),
                Words.percent(sum(figures, AttackFigures::blocked) / requests),
                Words.percent(least(figures, AttackFigures::recall)),
                Words.dollars(offered),
                Words.dollars(letThrough),
                Words.percent(1 - letThrough / offered),
                Words.percent(least(figures, AttackFigures::stopped)),
                first.map(moment -> Integer.toString(moment.sent())).orElse("never"),
                first.map(moment -> Words.span(moment.after())).orElse("never"),
                detected.map(moment -> Integer.toString(moment.sent())).orElse("never"),
                detected.map(moment -> Words.span(moment.after())).orElse("never"),
                "%d of %d".formatted(seeds, figures.size()));
    }

    /** Each seed and share, for programs. */
    static Table all(List<Run> runs, int threshold) {
        Table table =
                new Table(
                        "share",
                        "seed",
                        "attack",
                        "requests",
                        "blocked",
                        "recall",
                        "cost_offered",
                        "cost_let_through",
                        "cost_stopped",
                        "first_block_sent",
                        "first_block_seconds",
                        "detected_sent",
                        "detected_seconds");
        for (Run run : runs) {
            run.attacks()
                    .forEach(
                            (attack, decisions) -> {
                                AttackFigures figures = AttackFigures.of(decisions, threshold);
                                table.add(row(run, attack, figures));
                            });
        }
        return table;
    }

    private static List<String> row(Run run, String attack, AttackFigures figures) {
        return List.of(
                Words.share(run.share()),
                Long.toString(run.seed()),
                attack,
                Integer.toString(figures.requests()),
                Integer.toString(figures.blocked()),
                Words.figure(figures.recall()),
                Words.figure(figures.offered()),
                Words.figure(figures.letThrough()),
                Words.figure(figures.stopped()),
                sent(figures.firstBlock()),
                seconds(figures.firstBlock()),
                sent(figures.detected()),
                seconds(figures.detected()));
    }

    private static String sent(Optional<Moment> moment) {
        return moment.map(each -> Integer.toString(each.sent())).orElse("");
    }

    private static String seconds(Optional<Moment> moment) {
        return moment.map(each -> Long.toString(each.after().toSeconds())).orElse("");
    }

    /** The middle one; seeds where it never came are the latest. */
    private static Optional<Moment> middle(
            List<AttackFigures> figures, Function<AttackFigures, Optional<Moment>> part) {
        List<Moment> sorted =
                figures.stream()
                        .map(part)
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(Moment::after))
                        .toList();
        int middle = (figures.size() - 1) / 2;
        return middle < sorted.size() ? Optional.of(sorted.get(middle)) : Optional.empty();
    }

    private static double sum(List<AttackFigures> figures, ToDoubleFunction<AttackFigures> part) {
        return figures.stream().mapToDouble(part).sum();
    }

    private static double least(List<AttackFigures> figures, ToDoubleFunction<AttackFigures> part) {
        return figures.stream().mapToDouble(part).min().orElse(0);
    }
}
