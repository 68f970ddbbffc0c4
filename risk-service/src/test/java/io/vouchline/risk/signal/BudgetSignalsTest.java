package io.vouchline.risk.signal;

import static io.vouchline.risk.signal.Evidences.newNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets of unverified codes. */
class BudgetSignalsTest {

    private static final Weights FIXED = FixedWeights.read();

    /** 3 an hour, 20 a day, or 0.2 (0.3) of what is verified. */
    private static final Budget BUDGET = new Budget(3, 20, 0.2, 0.3);

    @ParameterizedTest
    @CsvSource({
        // admitted and verified of an hour, peak day: the hour's limit is 3, peak / 30 or 0.2
        // verified
        "0, 0, 0, 0",
        "2.9, 0, 0, 0.9667",
        "3, 0, 0, 1",
        "6, 0, 0, 2",
        "3, 0, 90, 1",
        "3, 0, 89, 1",
        "3, 0, 180, 0.5",
        "18, 15, 0, 1",
        "33, 30, 0, 0.5",
        "10, 12, 0, 0",
    })
    void theBudgetOfAnHourGrowsWithWhatIsVerified(
            double admitted, double verified, double peak, double used) {
        Traffics traffic =
                Traffics.none()
                        .admitted(admitted)
                        .sent(admitted, 0)
                        .verified(verified, 0)
                        .peak(peak);
        assertEquals(used, BUDGET.used(traffic.build()), 0.0001);
    }

    @ParameterizedTest
    @CsvSource({
        // admitted and verified of a day, peak day: the day's limit is 20, 0.3 peak or 0.3 verified
        "19, 0, 0, 0.95",
        "20, 0, 0, 1",
        "40, 0, 0, 2",
        "20, 0, 66, 1",
        "20, 0, 100, 0.6667",
        "30, 0, 100, 1",
        "130, 100, 0, 1",
        "130, 100, 200, 0.5",
    })
    void theBudgetOfADayGrowsWithWhatIsVerified(
            double admitted, double verified, double peak, double used) {
        Traffics traffic =
                Traffics.none().admitted(0).sent(0, admitted).verified(0, verified).peak(peak);
        assertEquals(used, BUDGET.used(traffic.build()), 0.0001);
    }

    @Test
    void codesThatWereSentCountAsThoseThatWereAdmitted() {
        assertEquals(
                2, BUDGET.used(Traffics.none().admitted(1).sent(1, 1).sent(6, 6).build()), 0.0001);
        assertEquals(
                2, BUDGET.used(Traffics.none().admitted(6).sent(6, 6).sent(1, 1).build()), 0.0001);
    }

    @ParameterizedTest
    @CsvSource({
        "2.09, 0",
        "2.11, 0.7",
        "2.99, 0.7",
        "3, 1.8",
        "5.99, 1.8",
        "6, 3",
        "11.99, 3",
        "12, 4",
        "999, 4",
    })
    void aBlocksBudgetRaisesTheScoreAsItIsUsedUp(double admitted, double points) {
        assertEquals(
                points,
                Findings.points(
                        new BlockBudgetSignal(FIXED),
                        newNumber().block(Traffics.none().admitted(admitted).sent(admitted, 0))));
    }

    @ParameterizedTest
    @CsvSource({"9.99, 0", "10, 0.5", "19.99, 0.5", "20, 0.9", "39.99, 0.9", "40, 1.3", "999, 1.3"})
    void aRangesBudgetRaisesTheScoreAsItIsUsedUp(double admitted, double points) {
        assertEquals(
                points,
                Findings.points(
                        new RangeBudgetSignal(FIXED),
                        newNumber()
                                .numberRange(
                                        Traffics.none().admitted(admitted).sent(admitted, 0))));
    }

    @ParameterizedTest
    @CsvSource({
        "39.9, 0",
        "40, 0.2",
        "79.9, 0.2",
        "80, 0.4",
        "159.9, 0.4",
        "160, 0.6",
        "9999, 0.6",
    })
    void aCountrysBudgetRaisesTheScoreALittle(double admitted, double points) {
        assertEquals(
                points,
                Findings.points(
                        new CountryBudgetSignal(FIXED),
                        newNumber().country(Traffics.none().admitted(admitted).sent(admitted, 0))));
    }

    @ParameterizedTest
    @CsvSource({
        "2.09, 0",
        "2.11, 0.6",
        "2.99, 0.6",
        "3, 1.4",
        "5.99, 1.4",
        "6, 2.4",
        "12, 3.2",
        "999, 3.2",
    })
    void theBudgetOfACountryWithoutCallersIsSmallAndWeighsMore(double admitted, double points) {
        assertEquals(
                points,
                Findings.points(
                        new UnexpectedCountryBudgetSignal(FIXED),
                        newNumber()
                                .region("LV")
                                .country(Traffics.none().admitted(admitted).sent(admitted, 0))));
    }

    @ParameterizedTest
    @CsvSource({"US, true", "CA, true", "LV, false"})
    void aCountryHasOneOfTheTwoBudgets(String region, boolean expected) {
        Evidence evidence = newNumber().expecting("CA").region(region).build();
        assertEquals(expected, new CountryBudgetSignal(FIXED).of(evidence).isPresent());
        assertEquals(!expected, new UnexpectedCountryBudgetSignal(FIXED).of(evidence).isPresent());
    }

    @Test
    void numbersOfNoRegionHaveTheBudgetOfACountryWithoutCallers() {
        Evidence evidence = newNumber().noRegion().build();
        assertTrue(new CountryBudgetSignal(FIXED).of(evidence).isEmpty());
        assertTrue(new UnexpectedCountryBudgetSignal(FIXED).of(evidence).isPresent());
    }
}
