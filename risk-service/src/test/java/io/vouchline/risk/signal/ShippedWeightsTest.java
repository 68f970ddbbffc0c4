package io.vouchline.risk.signal;

import static io.vouchline.risk.signal.Evidences.newNumber;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.risk.number.LineType;
import io.vouchline.risk.number.SpecialRange;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What the weights that the service carries promise. */
class ShippedWeightsTest {

    private static final int DEFAULT_THRESHOLD = 600;
    private static final int HIGHEST_ALLOWED = 400;
    private static final Duration YESTERDAY = Duration.ofDays(1);

    private static final Weights SHIPPED = WeightsFile.shipped();

    private final Scorecard scorecard = Scorecards.shipped();

    @Test
    void theyAreValidAndForExactlyTheSignalsThereAre() {
        assertDoesNotThrow(Scorecards::shipped);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIXED_LINE", "MOBILE", "PERSONAL"})
    void aNewNumberOfAnOrdinaryKindIsAllowed(LineType type) {
        assertTrue(score(newNumber().type(type)) <= HIGHEST_ALLOWED);
        assertTrue(score(newNumber().type(type).degraded()) <= HIGHEST_ALLOWED);
    }

    @Test
    void aNewPrepaidNumberIsFlagged() {
        int score = score(newNumber().type(LineType.PREPAID));
        assertTrue(score > HIGHEST_ALLOWED && score <= DEFAULT_THRESHOLD);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"FIXED_LINE", "MOBILE", "PERSONAL", "PREPAID"})
    void aNewNumberOfAnyOtherKindIsBlocked(LineType type) {
        assertTrue(score(newNumber().type(type)) > DEFAULT_THRESHOLD);
        assertTrue(score(newNumber().type(type).degraded()) > DEFAULT_THRESHOLD);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ORDINARY")
    void aNewNumberOfASpecialRangeIsBlocked(SpecialRange range) {
        assertTrue(score(newNumber().range(range)) > DEFAULT_THRESHOLD);
    }

    @ParameterizedTest
    @EnumSource(names = {"FIXED_LINE", "MOBILE"})
    void aNewNumberAbroadIsStillAllowedWhenNothingElseSpeaksAgainstIt(LineType type) {
        assertTrue(score(newNumber().type(type).region("SE")) <= HIGHEST_ALLOWED);
        assertTrue(score(newNumber().type(type).region("SE").zones()) <= HIGHEST_ALLOWED);
    }

    @Test
    void aReportedNumberIsBlocked() {
        assertTrue(score(newNumber().reported()) > DEFAULT_THRESHOLD);
        assertTrue(score(newNumber().reported().verified(YESTERDAY)) > DEFAULT_THRESHOLD);
    }

    @Test
    void aNumberInABlockUnderAttackIsBlockedUnlessItWasVerifiedBefore() {
        Traffics attack = Traffics.none().asked(16).admitted(12).sent(12, 12);
        Evidences evidence = newNumber().block(attack).neighbours(1);
        assertTrue(score(evidence) > DEFAULT_THRESHOLD);
        assertTrue(score(evidence.verified(Duration.ofDays(60))) <= HIGHEST_ALLOWED);
        assertTrue(score(evidence.verified(YESTERDAY)) <= HIGHEST_ALLOWED);
    }

    @Test
    void havingBeenVerifiedWeighsMoreThanAnExceededBudget() {
        double exceeded = Collections.max(SHIPPED.signals().get("block_budget").values());
        Map<String, Double> standing = SHIPPED.signals().get("standing");
        assertTrue(-standing.get("verified") > exceeded);
        assertTrue(-standing.get("verified_lately") > exceeded);
    }

    @Test
    void anAttackOnAnotherBlockOfTheRangeDoesNotStopANewCaller() {
        Traffics attack = Traffics.none().asked(9999).admitted(9999).sent(9999, 9999);
        assertTrue(
                score(newNumber().numberRange(attack).country(attack).client(9999, 60))
                        <= DEFAULT_THRESHOLD);
    }

    @Test
    void anAttackOnACountryWithoutCallersStopsItsNewNumbers() {
        Traffics attack = Traffics.none().asked(99).admitted(99).sent(99, 99);
        assertTrue(
                score(newNumber().region("LV").numberRange(attack).country(attack))
                        > DEFAULT_THRESHOLD);
    }

    @Test
    void attestationsAreOrderedByWhatTheyAreWorth() {
        Map<String, Double> points = SHIPPED.signals().get("attestation");
        List<String> order = List.of("A", "B", "C", "FAILED");
        for (int i = 1; i < order.size(); i++) {
            assertTrue(points.get(order.get(i - 1)) < points.get(order.get(i)), order.get(i));
        }
    }

    @Test
    void aNewMobileNumberOfTheHomeCountryHasALowScore() {
        assertTrue(score(newNumber()) <= 80);
    }

    @Test
    void theyLoadByTheNameThatTheNativeImageLists() {
        assertNotNull(getClass().getResource("/io/vouchline/risk/signal/weights.json"));
    }

    private int score(Evidences evidence) {
        return scorecard.of(evidence.build()).value();
    }
}
