package io.vouchline.risk.simulation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.risk.simulation.report.AttackFigures.Moment;
import io.vouchline.risk.simulation.screen.Decision;
import io.vouchline.risk.simulation.traffic.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final double EXACT = 1e-9;

    @Test
    void recallAndCostAreSharesOfWhatWasAsked() {
        AttackFigures figures = AttackFigures.of(Made.attack(100, 600, 601, 900), 600);
        assertEquals(4, figures.requests());
        assertEquals(2, figures.blocked());
        assertEquals(0.5, figures.recall(), EXACT);
        assertEquals(4, figures.offered(), EXACT);
        assertEquals(2, figures.letThrough(), EXACT);
        assertEquals(0.5, figures.stopped(), EXACT);
    }

    @Test
    void theFirstBlockIsToldInMessagesAndTime() {
        AttackFigures figures = AttackFigures.of(Made.attack(100, 100, 700, 100), 600);
        assertEquals(Optional.of(new Moment(2, Duration.ofSeconds(2))), figures.firstBlock());
    }

    @Test
    void anAttackIsDetectedFromWhereNearlyAllThatFollowsIsBlocked() {
        // 1 let through, 1 blocked, 2 let through, 40 blocked, 1 let through, 9 blocked.
        int[] each = new int[54];
        Arrays.fill(each, 900);
        for (int sent : new int[] {0, 2, 3, 44}) {
            each[sent] = 100;
        }
        AttackFigures figures = AttackFigures.of(Made.attack(each), 600);
        // From the first block on 50 of 53 are blocked, which is too few; from the second on, 49 of
        // 50.
        assertEquals(Optional.of(new Moment(3, Duration.ofSeconds(4))), figures.detected());
        assertEquals(Optional.of(new Moment(1, Duration.ofSeconds(1))), figures.firstBlock());
    }

    @Test
    void aFewBlocksAtTheEndAreNoDetection() {
        int[] scores = IntStream.range(0, 100).map(i -> i < 91 ? 100 : 900).toArray();
        assertEquals(Optional.empty(), AttackFigures.of(Made.attack(scores), 600).detected());
    }

    @Test
    void anAttackThatWasNeverBlockedHasNoMoments() {
        AttackFigures figures = AttackFigures.of(Made.attack(1, 2, 3), 600);
        assertEquals(Optional.empty(), figures.firstBlock());
        assertEquals(0, figures.stopped(), EXACT);
    }

    @Test
    void aCallerWhoIsRefusedTwiceIsOneCaller() {
        List<Decision> decisions =
                List.of(
                        Made.genuine("+16502530000", Kind.HOME, 700),
                        Made.genuine("+16502530000", Kind.HOME, 800),
                        Made.genuine("+16502530001", Kind.HOME, 100),
                        Made.genuine("+16502530001", Kind.HOME, 600));
        GenuineFigures figures = GenuineFigures.of(decisions, 600);
        assertEquals(new GenuineFigures(4, 2, 2, 1), figures);
        assertEquals(0.5, figures.callersRefusedShare(), EXACT);
    }

    @Test
    void noRefusalAmongFewCallersIsNoProofThatNoneIsRefused() {
        // Wilson's upper end for 0 of n is z² / (n + z²).
        double z = 1.96;
        assertEquals(
                z * z / (1000 + z * z),
                new GenuineFigures(1000, 0, 1000, 0).callersRefusedAtMost(),
                EXACT);
        assertEquals(1, new GenuineFigures(0, 0, 0, 0).callersRefusedAtMost(), EXACT);
    }

    @Test
    void genuineFiguresAreSplitByKind() {
        Run run =
                new Run(
                        1,
                        0.05,
                        List.of(
                                Made.genuine("+16502530000", Kind.HOME, 700),
                                Made.genuine("+46706170786", Kind.ABROAD, 100),
                                Made.attack(900).getFirst()));
        assertEquals(2, run.genuine().size());
        assertEquals(1, run.genuine(Kind.ABROAD).size());
        assertEquals(List.of("attack"), List.copyOf(run.attacks().keySet()));
        assertEquals(
                new GenuineFigures(1, 1, 1, 1),
                Runs.genuine(List.of(run), each -> each.genuine(Kind.HOME), 600));
    }

    @Test
    void reliabilityCountsAttacksInEachBandOfScores() {
        Run run =
                new Run(
                        1,
                        0.05,
                        List.of(
                                Made.genuine("+16502530000", Kind.HOME, 99),
                                Made.genuine("+16502530001", Kind.HOME, 910),
                                Made.attack(1000).getFirst()));
        List<String> lines = Reliability.of(List.of(run)).csv().lines().toList();
        assertEquals("0-99,1,0,0.0 %,99", lines.get(1));
        assertEquals("900-1000,2,1,50.0 %,955", lines.get(10));
    }
}
