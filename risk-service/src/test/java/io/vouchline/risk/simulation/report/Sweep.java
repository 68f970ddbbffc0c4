package io.vouchline.risk.simulation.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures at other thresholds than the one that was run. The scores are those that came while
 * that one decided; had another decided, later scores would be others.
 */
final class Sweep {

    private static final int STEP = 100;
    private static final int HIGHEST = 900;

    private Sweep() {}

    /** For people: the share of cost stopped of each attack, and of genuine callers refused. */
    static Table summary(List<Run> runs) {
        List<String> attacks = Runs.attacks(runs);
        List<String> columns = new ArrayList<>(List.of("threshold", "genuine callers refused"));
        columns.addAll(attacks);
        Table table = new Table(columns.toArray(String[]::new));
        for (int threshold = STEP; threshold <= HIGHEST; threshold += STEP) {
            List<String> row = new ArrayList<>();
            row.add(Integer.toString(threshold));
            row.add(
                    Words.percent(
                            Runs.genuine(runs, Run::genuine, threshold).callersRefusedShare()));
            for (String attack : attacks) {
                row.add(Words.percent(stopped(Runs.figures(runs, attack, threshold))));
            }
            table.add(row);
        }
        return table;
    }

    /** For programs. */
    static Table all(List<Run> runs) {
        Table table =
                new Table(
                        "share",
                        "threshold",
                        "attack",
                        "recall",
                        "cost_stopped",
                        "genuine_requests_refused",
                        "genuine_callers_refused");
        for (double share : Runs.shares(runs)) {
            List<Run> those = Runs.ofShare(runs, share);
            for (int threshold = STEP; threshold <= HIGHEST; threshold += STEP) {
                GenuineFigures genuine = Runs.genuine(those, Run::genuine, threshold);
                for (String attack : Runs.attacks(those)) {
                    List<AttackFigures> figures = Runs.figures(those, attack, threshold);
                    table.add(
                            List.of(
                                    Words.share(share),
                                    Integer.toString(threshold),
                                    attack,
                                    Words.figure(recall(figures)),
                                    Words.figure(stopped(figures)),
                                    Words.figure(genuine.refusedShare()),
                                    Words.figure(genuine.callersRefusedShare())));
                }
            }
        }
        return table;
    }

    /** The share of all requests that were blocked. */
    static double recall(List<AttackFigures> figures) {
        int requests = figures.stream().mapToInt(AttackFigures::requests).sum();
        int blocked = figures.stream().mapToInt(AttackFigures::blocked).sum();
        return requests == 0 ? 0 : (double) blocked / requests;
    }

    private static double stopped(List<AttackFigures> figures) {
        double offered = figures.stream().mapToDouble(AttackFigures::offered).sum();
        double letThrough = figures.stream().mapToDouble(AttackFigures::letThrough).sum();
        return offered == 0 ? 0 : 1 - letThrough / offered;
    }
}
