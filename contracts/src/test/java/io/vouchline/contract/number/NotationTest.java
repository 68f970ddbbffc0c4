package io.vouchline.contract.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vouchline.contract.number.Reading.NoNumber;
import io.vouchline.contract.number.Reading.SeveralNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {

    /** Valid in Corpus Christi as it stands, and in Budapest with a "+" before it. */
    private static final String TWO_READINGS = "3612345678";

    @ParameterizedTest
    @CsvSource({
        "NATIONAL,      US, 6502530000,         +16502530000",
        "NATIONAL,      US, +16502530000,       +16502530000",
        "NATIONAL,      US, 16502530000,        +16502530000",
        "NATIONAL,      US, 3612345678,         +13612345678",
        "NATIONAL,      US, 46706170786,        +46706170786",
        "NATIONAL,      SE, 070-617 07 86,      +46706170786",
        "NATIONAL,      US, 5552345678,         +15552345678",
        "INTERNATIONAL, US, 15552345678,        +15552345678",
        "INTERNATIONAL, US, 5552345678,         +15552345678",
        "INTERNATIONAL, US, 3612345678,         +3612345678",
        "INTERNATIONAL, US, 46706170786,        +46706170786",
        "EITHER,        US, 46706170786,        +46706170786",
        "EITHER,        SE, 0706170786,         +46706170786",
        "EITHER,        US, +3612345678,        +3612345678",
    })
    void digitsAreReadAsThePlatformMeansThem(
            Notation notation, String region, String text, String e164) {
        assertEquals(PhoneNumber.ofE164(e164), notation.read(text, region).number().orElseThrow());
    }

    @Test
    void twoValidReadingsAreRefusedWhereEitherMayBeMeant() {
        assertInstanceOf(SeveralNumbers.class, Notation.EITHER.read(TWO_READINGS, "US"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1 (650) 253-0000",
                "+1.650.253.0000",
                "tel:+16502530000",
                "TEL:+1-650-253-0000",
                "＋１６５０２５３００００",
                "+١٦٥٠٢٥٣٠٠٠٠",
                "  +16502530000  "
            })
    void oneNumberHasOneReadingInEverySpelling(String text) {
        assertEquals(
                "+16502530000", Notation.EITHER.read(text, "US").number().orElseThrow().e164());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                "++16502530000",
                "1+6502530000",
                "hello",
                "1-800-FLOWERS",
                "911",
                "+16502530000 ext. 5",
                "+16502530000;ext=5",
                "6502530000x5",
                "😀",
                "+1650253000\u200b0",
                "65025300001234567890",
                "$session.params.phone_number",
                "6.50253E9",
                "\u0000"
            })
    void whatIsNoNumberIsNone(String text) {
        for (Notation notation : Notation.values()) {
            assertInstanceOf(NoNumber.class, notation.read(text, "US"), notation.name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49301234567890123", "+4400150811242"})
    void whatWouldNotSurviveTheWireIsNoNumber(String text) {
        assertInstanceOf(NoNumber.class, Notation.EITHER.read(text, "US"));
    }

    @ParameterizedTest
    @EnumSource(Notation.class)
    void aVeryLongTextIsNoNumber(Notation notation) {
        assertInstanceOf(NoNumber.class, notation.read("1".repeat(10_000), "US"));
    }
}
