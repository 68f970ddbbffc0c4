package io.vouchline.risk.signal;

import static io.vouchline.risk.signal.Evidences.newNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.risk.RiskApi.Reason;
import io.vouchline.risk.listing.Listed;
import io.vouchline.risk.number.LineType;
import io.vouchline.risk.number.SpecialRange;
import io.vouchline.risk.signal.Finding.Case;
import io.vouchline.risk.signal.Scorecard.Score;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardTest {

    private static final Scorecard SCORECARD = Scorecards.of(FixedWeights.read());
    private static final Evidence EVIDENCE = newNumber().build();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 500",
        "-4.6, 0, 0, 10",
        "-4.6, 4.6, 0, 500",
        "-4.6, 3, 2, 599",
        "-4.6, 6, -8, 1",
        "-4.6, -15, -15, 0",
        "15, 15, 15, 1000",
    })
    void theScoreIsTheProbabilityThatPriorAndPointsAddUpTo(
            double prior, double first, double second, int score) {
        assertEquals(score, score(prior, new Fixed("a", first), new Fixed("b", second)).value());
    }

    @Test
    void theFourStrongestReasonsAreToldStrongestFirst() {
        Score score =
                score(
                        0,
                        new Fixed("a", 0.5),
                        new Fixed("b", -3),
                        new Fixed("c", 2),
                        new Fixed("d", -0.1),
                        new Fixed("e", 4));
        assertEquals(List.of("e", "b", "c", "a"), codes(score));
        assertEquals(new Reason("b", "what b looked at", -3), score.reasons().get(1));
    }

    @Test
    void ofEquallyStrongReasonsTheOneAgainstTheNumberIsFirstThenTheName() {
        Score score =
                score(
                        0,
                        new Fixed("c", -2),
                        new Fixed("a", -2),
                        new Fixed("d", 2),
                        new Fixed("b", 2));
        assertEquals(List.of("b", "d", "a", "c"), codes(score));
    }

    @Test
    void pointsOfZeroAreNoReason() {
        assertEquals(List.of("b"), codes(score(0, new Fixed("a", 0), new Fixed("b", 0.01))));
        assertEquals(List.of(), score(0, new Fixed("a", 0)).reasons());
    }

    @Test
    void theSumTakesPointsAsTheyAreAndReasonsRoundThemToHundredths() {
        Score score = score(-1.2345, new Fixed("a", 1.2345));
        assertEquals(500, score.value());
        assertEquals(1.23, score.reasons().getFirst().points());
    }

    @Test
    void aSignalThatFindsNothingAddsNothing() {
        Fixed silent = new Fixed("a", 5, Optional.empty(), false);
        Score score = score(0, silent, new Fixed("b", 1));
        assertEquals(731, score.value());
        assertEquals(List.of("b"), codes(score));
    }

    @Test
    void aSignalThatDecidesIsAskedAlone() {
        Fixed list = new Fixed("m", -15, Optional.of(new Case("all", "a list")), true);
        Score score = score(15, new Fixed("a", 15), list, new Fixed("z", 15));
        assertEquals(0, score.value());
        assertEquals(List.of("m"), codes(score));
    }

    @Test
    void theVersionOfTheWeightsIsStamped() {
        assertEquals("test", score(0, new Fixed("a", 1)).weights());
        assertEquals("fixed", SCORECARD.of(EVIDENCE).weights());
    }

    @Test
    void withoutHistoryTheScoreRestsOnTheNumberAlone() {
        Evidences attacked =
                newNumber()
                        .reported()
                        .asked(50, 50)
                        .neighbours(9)
                        .source(99)
                        .client(999, 0)
                        .wrong(20)
                        .lockOuts(9)
                        .block(Traffics.none().asked(99).admitted(99).sent(99, 99).undelivered(99))
                        .numberRange(Traffics.none().asked(999).admitted(999).sent(999, 999))
                        .country(Traffics.none().asked(999).admitted(999).sent(999, 999));
        assertEquals(1000, SCORECARD.of(attacked.build()).value());
        assertEquals(new Score(10, List.of(), "fixed"), SCORECARD.of(attacked.degraded().build()));
    }

    @Test
    void aDeniedNumberIsRefusedHoweverOftenItWasVerified() {
        Score score =
                SCORECARD.of(
                        newNumber()
                                .listed(Listed.DENIED)
                                .verified(Duration.ofDays(1))
                                .ani("+16502530000")
                                .build());
        assertEquals(1000, score.value());
        assertEquals(List.of("list"), codes(score));
    }

    @Test
    void anAllowedNumberIsTrustedWhateverElseIsKnown() {
        Score score =
                SCORECARD.of(
                        newNumber()
                                .listed(Listed.ALLOWED)
                                .type(LineType.RESTRICTED_PREMIUM)
                                .range(SpecialRange.REVENUE_SHARE)
                                .reported()
                                .asked(50, 50)
                                .build());
        assertEquals(0, score.value());
        assertEquals(List.of("list"), codes(score));
    }

    @Test
    void noReasonRepeatsTheNumber() {
        Evidence evidence =
                newNumber()
                        .type(LineType.VOIP)
                        .region("LV")
                        .ani("+46706170786")
                        .asked(50, 50)
                        .build();
        assertTrue(
                SCORECARD.of(evidence).reasons().stream()
                        .noneMatch(reason -> reason.description().matches(".*\\d{3}.*")));
    }

    private static Score score(double prior, Fixed... signals) {
        Map<String, Map<String, Double>> points =
                Arrays.stream(signals)
                        .collect(
                                Collectors.toMap(
                                        Fixed::name, each -> Map.of("all", each.points())));
        Weights weights = new Weights("a test", "test", prior, Map.of(), points);
        return new Scorecard(List.of(signals), weights).of(EVIDENCE);
    }

    private static List<String> codes(Score score) {
        return score.reasons().stream().map(Reason::code).toList();
    }

    /** A signal that always finds the same. */
    private record Fixed(String name, double points, Optional<Case> finding, boolean decisive)
            implements Signal {

        Fixed(String name, double points) {
            this(name, points, Optional.of(new Case("all", "what " + name + " looked at")), false);
        }

        @Override
        public Shape shape() {
            return new Shape.Cases(Set.of("all"));
        }

        @Override
        public Optional<Case> of(Evidence evidence) {
            return finding;
        }

        @Override
        public boolean decides(Evidence evidence) {
            return decisive;
        }
    }
}
