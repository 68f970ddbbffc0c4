package io.vouchline.risk.signal;

import static io.vouchline.risk.signal.Evidences.newNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.contract.risk.RiskApi.Attestation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who asks, and from where. */
class CallerSignalsTest {

    @ParameterizedTest
    @CsvSource({
        "+16502530000, same",
        "+16502530001, same_country",
        // Canada: another region, the same calling code
        "+14165550100, same_country",
        "+46706170786, other_country",
    })
    void theCallingNumberIsComparedWithTheNumberToCall(String ani, String expected) {
        assertEquals(
                expected,
                Findings.name(new AniSignal(), newNumber().number("+16502530000").ani(ani)));
    }

    @Test
    void aCallingNumberThatIsNotGivenSaysSo() {
        assertEquals("not_given", Findings.name(new AniSignal(), newNumber()));
    }

    @ParameterizedTest
    @EnumSource
    void theAttestationIsTheCarriers(Attestation given) {
        assertEquals(
                given.name(),
                Findings.name(new AttestationSignal(), newNumber().attestation(given)));
    }

    @Test
    void anAttestationThatIsNotGivenSaysSo() {
        assertEquals("not_given", Findings.name(new AttestationSignal(), newNumber()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3.99, 0",
        "4, 0.5",
        "7.99, 0.5",
        "8, 1.5",
        "19.99, 1.5",
        "20, 3",
        "500, 3",
    })
    void requestsFromOneAddressRaiseTheScore(double asked, double points) {
        assertEquals(
                points, Findings.points(new SourceVelocitySignal(), newNumber().source(asked)));
    }

    @ParameterizedTest
    @CsvSource({
        // Without a past 60 requests an hour are usual.
        "10, 0, 1",
        "10, 60, 1",
        "20, 59, 2",
        "10, 61, 0.9836",
        "100, 600, 1",
        "1, 0, 0.1",
    })
    void aClientsSurgeIsAgainstItsOwnBusyHour(double minutes, double usual, double surge) {
        assertEquals(
                surge,
                Findings.amount(new ClientVelocitySignal(), newNumber().client(minutes, usual)),
                0.0001);
    }

    @ParameterizedTest
    @CsvSource({
        "19.99, 0",
        "20, 0.3",
        "39.99, 0.3",
        "40, 0.6",
        "79.99, 0.6",
        "80, 0.9",
        "999, 0.9",
    })
    void aSurgeRaisesTheScore(double minutes, double points) {
        assertEquals(
                points,
                Findings.points(new ClientVelocitySignal(), newNumber().client(minutes, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        // 7 of 10 are assumed: (0 + 7) / (13 + 10) is above 0.3, one code more is not.
        "13, 0, 0",
        "14, 0, 0.3",
        "100, 0, 0.6",
        "100, 50, 0",
        "0, 30, 0",
    })
    void aClientWhoseCodesAreNotVerifiedRaisesTheScore(
            double sent, double verified, double points) {
        assertEquals(
                points,
                Findings.points(
                        new ClientConversionSignal(), newNumber().clientCodes(sent, verified)));
    }
}
