package io.vouchline.risk.simulation.report;

import io.vouchline.risk.simulation.screen.Decision;
import java.util.List;

/** How often requests with a score of some height were part of an attack. */
public final class Reliability {

    private static final int BANDS = 10;
    private static final int WIDTH = 100;

    private Reliability() {}

    /** By bands of a hundred; the highest has 1000 too. */
    static Table of(List<Run> runs) {
        Table table =
                new Table("score", "requests", "of attacks", "share of attacks", "mean score");
        for (int band = 0; band < BANDS; band++) {
            int lowest = band * WIDTH;
            List<Decision> inBand = inBand(runs, band);
            long attacks = inBand.stream().filter(Reliability::isAttack).count();
            double mean =
                    inBand.stream()
                            .mapToInt(decision -> decision.verdict().score())
                            .average()
                            .orElse(0);
            table.add(
                    List.of(
                            lowest + "-" + (band == BANDS - 1 ? 1000 : lowest + WIDTH - 1),
                            Integer.toString(inBand.size()),
                            Long.toString(attacks),
                            inBand.isEmpty() ? "" : Words.percent((double) attacks / inBand.size()),
                            inBand.isEmpty() ? "" : "%.0f".formatted(mean)));
        }
        return table;
    }

    private static List<Decision> inBand(List<Run> runs, int band) {
        return runs.stream()
                .flatMap(run -> run.decisions().stream())
                .filter(decision -> Math.min(decision.verdict().score() / WIDTH, BANDS - 1) == band)
                .toList();
    }

    private static boolean isAttack(Decision decision) {
        return decision.request().attack().isPresent();
    }
}
