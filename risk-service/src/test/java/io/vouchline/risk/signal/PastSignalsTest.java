package io.vouchline.risk.signal;

import static io.vouchline.risk.signal.Evidences.newNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.risk.listing.Listed;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is remembered and listed of the number itself. */
class PastSignalsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, verified_lately",
        "P29DT23H59M59S, verified_lately",
        "P30D, verified_lately",
        "P30DT0.000000001S, verified",
        "P400D, verified",
    })
    void verifiedLatelyMeansWithinThirtyDays(Duration ago, String expected) {
        assertEquals(
                expected,
                Findings.name(
                        new StandingSignal(),
                        newNumber().firstAsked(Duration.ofDays(500)).verified(ago)));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, new", "P1D, new", "P1DT0.000000001S, seen", "P90D, seen"})
    void seenMeansAskedForMoreThanADayAgo(Duration ago, String expected) {
        assertEquals(expected, Findings.name(new StandingSignal(), newNumber().firstAsked(ago)));
    }

    @Test
    void aNumberNeverAskedForIsNew() {
        assertEquals("new", Findings.name(new StandingSignal(), newNumber()));
    }

    @Test
    void aReportOfFraudOutweighsThatTheNumberWasVerified() {
        assertEquals(
                "reported_fraud",
                Findings.name(
                        new StandingSignal(), newNumber().verified(Duration.ZERO).reported()));
    }

    @ParameterizedTest
    @EnumSource
    void theListIsWhereTheNumberStands(Listed listed) {
        assertEquals(listed.name(), Findings.name(new ListSignal(), newNumber().listed(listed)));
        assertEquals(
                listed != Listed.NOWHERE,
                new ListSignal().decides(newNumber().listed(listed).build()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "2.49, 0",
        "2.5, 0.4",
        "3.99, 0.4",
        "4, 1.2",
        "5.99, 1.2",
        "6, 2.4",
        "9.99, 2.4",
        "10, 4",
        "1000000, 4",
    })
    void requestsOfAnHourRaiseTheScore(double asked, double points) {
        assertEquals(
                points, Findings.points(new NumberVelocitySignal(), newNumber().asked(asked, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0",
        "5.99, 0",
        "6, 0.5",
        "9.99, 0.5",
        "10, 1.5",
        "19.99, 1.5",
        "20, 3",
        "99, 3",
    })
    void requestsOfADayRaiseTheScore(double asked, double points) {
        assertEquals(
                points,
                Findings.points(new NumberVelocityDaySignal(), newNumber().asked(0, asked)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2.49, 0", "2.5, 0.4", "4.99, 0.4", "5, 1", "9.99, 1", "10, 2", "99, 2"})
    void wrongCodesOfADayRaiseTheScore(double wrong, double points) {
        assertEquals(points, Findings.points(new FailuresSignal(), newNumber().wrong(wrong)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.49, 0",
        "0.5, 0.6",
        "1.49, 0.6",
        "1.5, 1.4",
        "2.99, 1.4",
        "3, 2.4",
        "9, 2.4",
    })
    void lockOutsRaiseTheScore(double lockOuts, double points) {
        assertEquals(points, Findings.points(new LockOutsSignal(), newNumber().lockOuts(lockOuts)));
    }
}
