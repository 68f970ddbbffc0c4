package io.vouchline.risk.simulation.report;

import io.vouchline.risk.simulation.report.LineChart.Point;
import io.vouchline.risk.simulation.screen.Decision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The two plots of a report. */
final class Plots {

    private static final int HIGHEST = 1000;
    private static final int STEP = 10;
    private static final int STEPS = 240;
    private static final double FIRST_SECOND = 1;
    private static final double LAST_SECOND = Duration.ofDays(3).toSeconds();
    private static final double LEAST_PERCENT = 0.01;

    private Plots() {}

    /** What of each attack's cost was let through up to which time; the mean over the runs. */
    static String cost(List<Run> runs, double share, int threshold) {
        LineChart chart =
                new LineChart(
                        "Cost let through since an attack began",
                        "%s of traffic each, threshold %d; 100 %% is what its messages would have cost"
                                .formatted(Words.percent(share), threshold),
                        new Axis(
                                "time since the attack's first request (logarithmic)",
                                true,
                                new TreeMap<>(
                                        Map.of(
                                                FIRST_SECOND,
                                                "1 s",
                                                10.0,
                                                "10 s",
                                                60.0,
                                                "1 min",
                                                600.0,
                                                "10 min",
                                                3600.0,
                                                "1 h",
                                                21_600.0,
                                                "6 h",
                                                LAST_SECOND,
                                                "3 d"))),
                        Axis.percent("cost let through, share of the attack's whole cost"));
        for (String attack : Runs.attacks(runs)) {
            chart.add(
                    attack,
                    letThrough(Runs.decisions(runs, attack).toList(), threshold),
                    List.of());
        }
        return chart.svg();
    }

    private static List<Point> letThrough(List<List<Decision>> runs, int threshold) {
        List<Point> points = new ArrayList<>();
        double factor = Math.pow(LAST_SECOND / FIRST_SECOND, 1.0 / STEPS);
        double[] sums = new double[STEPS + 1];
        for (List<Decision> decisions : runs) {
            double offered =
                    decisions.stream().mapToDouble(decision -> decision.request().cost()).sum();
            double sum = 0;
            int next = 0;
            for (int step = 0; step <= STEPS; step++) {
                double until = FIRST_SECOND * Math.pow(factor, step);
                while (next < decisions.size() && seconds(decisions, next) <= until) {
                    Decision decision = decisions.get(next++);
                    sum += decision.verdict().score() > threshold ? 0 : decision.request().cost();
                }
                sums[step] += 100 * sum / offered / runs.size();
            }
        }
        for (int step = 0; step <= STEPS; step++) {
            points.add(new Point(FIRST_SECOND * Math.pow(factor, step), sums[step]));
        }
        return points;
    }

    private static double seconds(List<Decision> decisions, int index) {
        return Duration.between(
                                decisions.getFirst().request().at(),
                                decisions.get(index).request().at())
                        .toMillis()
                / 1000.0;
    }

    /** What of each attack is blocked, against what of genuine requests is, over thresholds. */
    static String recall(List<Run> runs, double share, int threshold) {
        LineChart chart =
                new LineChart(
                        "Attacks blocked against genuine requests refused, over all thresholds",
                        "%s of traffic each; dots: the threshold %d that decided in the run"
                                .formatted(Words.percent(share), threshold),
                        new Axis(
                                "genuine requests refused (logarithmic)",
                                true,
                                new TreeMap<>(
                                        Map.of(
                                                LEAST_PERCENT,
                                                "0.01 % or less",
                                                0.1,
                                                "0.1 %",
                                                0.3,
                                                "0.3 %",
                                                1.0,
                                                "1 %",
                                                10.0,
                                                "10 %",
                                                100.0,
                                                "100 %"))),
                        Axis.percent("requests of the attack that are blocked"));
        for (String attack : Runs.attacks(runs)) {
            List<Point> points = new ArrayList<>();
            for (int other = HIGHEST; other >= 0; other -= STEP) {
                points.add(point(runs, attack, other));
            }
            chart.add(attack, points, List.of(point(runs, attack, threshold)));
        }
        return chart.svg();
    }

    private static Point point(List<Run> runs, String attack, int threshold) {
        double refused = Runs.genuine(runs, Run::genuine, threshold).refusedShare();
        double recall = Sweep.recall(Runs.figures(runs, attack, threshold));
        return new Point(100 * refused, 100 * recall);
    }
}
