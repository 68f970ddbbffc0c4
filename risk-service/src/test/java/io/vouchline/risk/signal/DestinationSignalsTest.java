package io.vouchline.risk.signal;

import static io.vouchline.risk.signal.Evidences.newNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is remembered of where the number lies. */
class DestinationSignalsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "3.99, 0",
        "4, 0.6",
        "7.99, 0.6",
        "8, 1.4",
        "15.99, 1.4",
        "16, 2.4",
        "999, 2.4",
    })
    void requestsForABlockRaiseTheScore(double asked, double points) {
        assertEquals(
                points,
                Findings.points(
                        new BlockVelocitySignal(),
                        newNumber().block(Traffics.none().asked(asked))));
    }

    @ParameterizedTest
    @CsvSource({
        // Below 20 an hour nothing is unusual.
        "20, 0, 1",
        "30, 0, 1.5",
        "20, 119, 1",
        "20, 120, 1",
        "20, 240, 0.5",
        "300, 600, 3",
    })
    void requestsForARangeAreAgainstItsBusyHour(double asked, double peak, double busyHours) {
        assertEquals(
                busyHours,
                Findings.amount(
                        new RangeVelocitySignal(),
                        newNumber().numberRange(Traffics.none().asked(asked).peak(peak))));
    }

    @ParameterizedTest
    @CsvSource({
        "29.99, 0",
        "30, 0.3",
        "59.99, 0.3",
        "60, 0.6",
        "119.99, 0.6",
        "120, 0.9",
        "9999, 0.9",
    })
    void moreThanABusyHourOfARangeRaisesTheScore(double asked, double points) {
        assertEquals(
                points,
                Findings.points(
                        new RangeVelocitySignal(),
                        newNumber().numberRange(Traffics.none().asked(asked))));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0.8", "2, 1.7", "3, 2.6", "4, 2.6", "5, 3.6", "20, 3.6"})
    void neighboursRaiseTheScore(int neighbours, double points) {
        assertEquals(
                points,
                Findings.points(new NeighboursSignal(), newNumber().neighbours(neighbours)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2.99, 0", "3, 0.4", "7.99, 0.4", "8, 1", "19.99, 1", "20, 1.6", "99, 1.6"})
    void messagesThatDidNotArriveRaiseTheScore(double undelivered, double points) {
        assertEquals(
                points,
                Findings.points(
                        new UndeliveredSignal(),
                        newNumber().block(Traffics.none().undelivered(undelivered))));
    }

    @ParameterizedTest
    @CsvSource({
        // sent, verified: a few codes say little
        "0, 0, 0.7",
        "1, 0, 0.636",
        "10, 0, 0.35",
        "90, 0, 0.07",
        "90, 63, 0.7",
        "90, 90, 0.97",
        // a code that was sent yesterday and verified today makes no share above 1
        "1, 90, 0.97",
    })
    void theShareOfVerifiedCodesBeginsAtSevenOfTen(double sent, double verified, double share) {
        Traffics traffic = Traffics.none().admitted(90).sent(0, sent).verified(0, verified);
        assertEquals(
                share,
                Findings.amount(new BlockConversionSignal(), newNumber().block(traffic)),
                0.001);
        assertEquals(
                share,
                Findings.amount(new RangeConversionSignal(), newNumber().numberRange(traffic)),
                0.001);
    }

    @ParameterizedTest
    @CsvSource({
        // 7 / (codes + 10)
        "0, 0",
        "4, 0",
        "4.01, 0.3",
        "7.5, 0.3",
        "7.51, 0.9",
        "18, 0.9",
        "18.01, 1.7",
        "36.6, 1.7",
        "36.7, 2.6",
        "9999, 2.6",
    })
    void aBlockWhoseCodesNobodyVerifiesRaisesTheScore(double codes, double points) {
        assertEquals(
                points,
                Findings.points(
                        new BlockConversionSignal(),
                        newNumber().block(Traffics.none().admitted(0).sent(0, codes))));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "5.5, 0",
        "5.6, 0.4",
        "13.3, 0.4",
        "13.4, 0.8",
        "36.6, 0.8",
        "36.7, 1.2",
    })
    void aRangeWhoseCodesNobodyVerifiesRaisesTheScore(double codes, double points) {
        assertEquals(
                points,
                Findings.points(
                        new RangeConversionSignal(),
                        newNumber().numberRange(Traffics.none().admitted(0).sent(0, codes))));
    }

    @Test
    void aBlockWhoseCodesAreVerifiedSpeaksForTheNumber() {
        Evidences evidence =
                newNumber().block(Traffics.none().admitted(2).sent(2, 20).verified(2, 19));
        assertTrue(Findings.points(new BlockConversionSignal(), evidence) < 0);
    }

    @Test
    void noConversionOfLessThanTenCodesSaysMuch() {
        for (int codes = 0; codes < 10; codes++) {
            for (int verified = 0; verified <= codes; verified++) {
                Traffics traffic = Traffics.none().admitted(0).sent(0, codes).verified(0, verified);
                Evidences evidence = newNumber().block(traffic).numberRange(traffic);
                assertTrue(Math.abs(Findings.points(new BlockConversionSignal(), evidence)) < 1);
                assertTrue(Math.abs(Findings.points(new RangeConversionSignal(), evidence)) < 1);
            }
        }
    }

    @Test
    void whereNobodyKnowsWhatWasVerifiedNothingIsConcludedFromIt() {
        Evidences pumped =
                newNumber()
                        .block(Traffics.none().admitted(50).sent(50, 50))
                        .numberRange(Traffics.none().admitted(50).sent(50, 50))
                        .country(Traffics.none().admitted(500).sent(500, 500))
                        .clientCodes(50, 0)
                        .withoutOutcomes();
        List<Signal> signals =
                List.of(
                        new BlockBudgetSignal(FixedWeights.read()),
                        new RangeBudgetSignal(FixedWeights.read()),
                        new CountryBudgetSignal(FixedWeights.read()),
                        new UnexpectedCountryBudgetSignal(FixedWeights.read()),
                        new BlockConversionSignal(),
                        new RangeConversionSignal(),
                        new ClientConversionSignal());
        for (Signal signal : signals) {
            assertEquals(Optional.empty(), signal.of(pumped.build()), signal.name());
        }
    }
}
