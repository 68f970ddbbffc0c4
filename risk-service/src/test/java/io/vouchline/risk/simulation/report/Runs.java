package io.vouchline.risk.simulation.report;

import io.vouchline.risk.simulation.screen.Decision;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Questions to several runs. */
public final class Runs {

    private Runs() {}

    /** The names of all attacks. */
    public static List<String> attacks(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> run.attacks().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What came of one attack, in each run that had it. */
    public static List<AttackFigures> figures(List<Run> runs, String attack, int threshold) {
        return decisions(runs, attack).map(each -> AttackFigures.of(each, threshold)).toList();
    }

    /** The decisions on one attack's requests, in each run that had it. */
    static Stream<List<Decision>> decisions(List<Run> runs, String attack) {
        return runs.stream()
                .map(run -> run.attacks().getOrDefault(attack, List.of()))
                .filter(decisions -> !decisions.isEmpty());
    }

    /** What came of genuine requests, over all runs. */
    public static GenuineFigures genuine(
            List<Run> runs, Function<Run, Collection<Decision>> which, int threshold) {
        return runs.stream()
                .map(run -> GenuineFigures.of(which.apply(run), threshold))
                .reduce(new GenuineFigures(0, 0, 0, 0), GenuineFigures::plus);
    }

    /** Those with this share. */
    static List<Run> ofShare(List<Run> runs, double share) {
        return runs.stream().filter(run -> run.share() == share).toList();
    }

    /** All shares, from the smallest. */
    static List<Double> shares(List<Run> runs) {
        return runs.stream().map(Run::share).distinct().sorted().toList();
    }
}
