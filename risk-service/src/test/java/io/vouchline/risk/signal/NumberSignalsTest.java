package io.vouchline.risk.signal;

import static io.vouchline.risk.signal.Evidences.newNumber;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.risk.number.LineType;
import io.vouchline.risk.number.SpecialRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the number's own digits tell. */
class NumberSignalsTest {

    @ParameterizedTest
    @EnumSource
    void thePhoneTypeIsTheKindOfLine(LineType type) {
        assertEquals(type.name(), Findings.name(new PhoneTypeSignal(), newNumber().type(type)));
    }

    @ParameterizedTest
    @EnumSource
    void theSpecialRangeIsThatOfTheNumber(SpecialRange range) {
        assertEquals(
                range.name(), Findings.name(new SpecialRangeSignal(), newNumber().range(range)));
    }

    @ParameterizedTest
    @CsvSource({"US, home", "CA, expected", "DO, unexpected", "JM, expected"})
    void aCountryIsExpectedWhereThePolicySaysSo(String region, String expected) {
        assertEquals(
                expected,
                Findings.name(
                        new CountrySignal(), newNumber().region(region).expecting("CA", "JM")));
    }

    @Test
    void theClientsOwnCountryStaysHomeWhenThePolicyNamesItToo() {
        assertEquals("home", Findings.name(new CountrySignal(), newNumber().expecting("US", "CA")));
    }

    @Test
    void aNumberOfNoRegionLiesNowhere() {
        assertEquals("nowhere", Findings.name(new CountrySignal(), newNumber().noRegion()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T23:59:59Z, day",
        "2026-01-02T00:00:00Z, night",
        "2026-01-02T04:59:59.999Z, night",
        "2026-01-02T05:00:00Z, day",
        "2026-01-02T12:00:00Z, day",
    })
    void nightIsFromMidnightToFive(String instant, String expected) {
        assertEquals(
                expected,
                Findings.name(new HourSignal(), newNumber().zones("Europe/London").at(instant)));
    }

    @ParameterizedTest
    @CsvSource({
        // New York 03:00, Los Angeles 00:00
        "2026-01-02T08:00:00Z, night",
        // New York 02:59, Los Angeles 23:59
        "2026-01-02T07:59:59Z, day",
        // New York 05:00, Los Angeles 02:00
        "2026-01-02T10:00:00Z, day",
    })
    void itIsNightOnlyIfItIsInAllZonesOfTheNumber(String instant, String expected) {
        assertEquals(
                expected,
                Findings.name(
                        new HourSignal(),
                        newNumber().zones("America/New_York", "America/Los_Angeles").at(instant)));
    }

    @Test
    void withoutZonesTheHourIsUnknown() {
        assertEquals("unknown", Findings.name(new HourSignal(), newNumber().zones()));
    }
}
