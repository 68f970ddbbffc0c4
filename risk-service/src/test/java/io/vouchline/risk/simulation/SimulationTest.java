package io.vouchline.risk.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.testing.Settings;
import io.vouchline.risk.simulation.attack.Attacks;
import io.vouchline.risk.simulation.report.AttackFigures;
import io.vouchline.risk.simulation.report.GenuineFigures;
import io.vouchline.risk.simulation.report.Run;
import io.vouchline.risk.simulation.report.Runs;
import io.vouchline.risk.simulation.screen.ScorecardScreen;
import io.vouchline.risk.simulation.traffic.Kind;
import io.vouchline.risk.simulation.traffic.Priors;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the score is worth, on seeds that no weight was chosen on. */
@TestInstance(Lifecycle.PER_CLASS)
class SimulationTest {

    private static final int THRESHOLD = 600;
    private static final double SHARE = 0.05;

    private List<Run> runs = List.of();

    @BeforeAll
    void simulate() {
        Priors priors = Settings.defaults(Priors.class);
        Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()));
        runs =
                new Simulation(
                                priors,
                                () -> new ScorecardScreen(priors, THRESHOLD, Map.of()),
                                silent)
                        .all(Seeds.HELD_OUT, List.of(SHARE), List.of(Attacks.all()));
    }

    @Test
    void atLeast95PercentOfTheCostOfPumpingIsStopped() {
        List<AttackFigures> pumping =
                Runs.attacks(runs).stream()
                        .filter(attack -> attack.startsWith("pumping"))
                        .flatMap(attack -> Runs.figures(runs, attack, THRESHOLD).stream())
                        .toList();
        double offered = pumping.stream().mapToDouble(AttackFigures::offered).sum();
        double letThrough = pumping.stream().mapToDouble(AttackFigures::letThrough).sum();
        assertTrue(letThrough <= 0.05 * offered, () -> letThrough + " of " + offered);
    }

    @Test
    void atMostThreeInAThousandGenuineCallersAreRefused() {
        GenuineFigures genuine = Runs.genuine(runs, Run::genuine, THRESHOLD);
        assertTrue(genuine.callersRefusedShare() <= 0.003, genuine::toString);
    }

    @Test
    void aGenuineRushIsNotStopped() {
        GenuineFigures rush = Runs.genuine(runs, run -> run.genuine(Kind.RUSH), THRESHOLD);
        assertTrue(rush.callersRefusedShare() <= 0.01, rush::toString);
    }
}
