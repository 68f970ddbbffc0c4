package io.vouchline.risk.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Numbering;
import io.vouchline.contract.risk.RiskApi.Original;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingsTest {

    private final Intelligences intelligences =
            new Intelligences(new SpecialRanges(SpecialRangesFile.shipped()));

    @ParameterizedTest
    @CsvSource({
        // Nothing is changed that is dialled.
        "100, 16502530000, US, +16502530000",
        "100, +16502530000, US, +16502530000",
        "100, +1 (650) 253-0000, US, +16502530000",
        "100, tel:+1-650-253-0000, US, +16502530000",
        "100, ＋１６５０２５３００００, US, +16502530000",
        "100, ١٦٥٠٢٥٣٠٠٠٠, US, +16502530000",
        "100, 442079460000, US, +442079460000",
        "100, 80012345678, US, +80012345678",
        "100, 390236618300, US, +390236618300",
        // A country calling code is added, an international or trunk prefix removed.
        "101, 6502530000, US, +16502530000",
        "101, 011442079460000, US, +442079460000",
        "101, 0046701740605, SE, +46701740605",
        "101, 0701740605, SE, +46701740605",
        "101, +44 (0)20 7946 0000, US, +442079460000",
        "101, +54 11 15 2345 6789, US, +5491123456789",
        "101, 011 15 2345 6789, AR, +5491123456789",
        // Restricted.
        "102, 19002530000, US, +19002530000",
        "102, 9002530000, US, +19002530000",
        "102, 448451234567, US, +448451234567",
        "102, 447012345678, US, +447012345678",
        "102, 46771234567, US, +46771234567",
        "102, 881612345678, US, +881612345678",
        "102, 8821612345678, US, +8821612345678",
        "102, 883510012345, US, +883510012345",
        "102, 979123456789, US, +979123456789",
        // Well formed, in no assigned range.
        "103, 15552345678, US, +15552345678",
        "103, 5552345678, US, +15552345678",
        "103, +447700900123, US, +447700900123",
        "103, 0639981234, FR, +33639981234",
        // Too short, too long, without an area code.
        "105, +442079460, US, +442079460",
        "105, 070174060, SE, +4670174060",
        "105, 07017406050, SE, +467017406050",
        "105, 2530000, US, +12530000",
    })
    void theCodeTellsWhatWasDoneToTheDigits(int code, String text, String region, String e164) {
        PhoneNumber number = Notation.INTERNATIONAL.read(text, region).number().orElseThrow();
        assertEquals(PhoneNumber.ofE164(e164), number);
        Numbering numbering = numbering(number, text);
        assertEquals(code, numbering.cleansing().call().cleansedCode());
        assertEquals(code, numbering.cleansing().sms().cleansedCode());
    }

    @Test
    void aFixedLineIsNotRestrictedForTexts() {
        PhoneNumber fixed = PhoneNumber.ofE164("+442079460000");
        assertEquals(LineType.FIXED_LINE, LineType.of(fixed));
        assertEquals(100, numbering(fixed, fixed.e164()).cleansing().sms().cleansedCode());
    }

    @Test
    void theFlatAndTheNestedFormSayTheSame() {
        Numbering numbering = numbering(PhoneNumber.ofE164("+390236618300"), "0236618300");
        assertEquals("0236618300", numbering.phoneNumber());
        assertEquals("39", numbering.countryCode());
        assertEquals(new Original("0236618300", "390236618300", "39"), numbering.original());
        assertEquals("0236618300", numbering.cleansing().call().phoneNumber());
        assertEquals("39", numbering.cleansing().sms().countryCode());
        assertEquals(numbering.minLength(), numbering.cleansing().call().minLength());
        assertEquals(numbering.maxLength(), numbering.cleansing().sms().maxLength());
    }

    @ParameterizedTest
    @CsvSource({
        "+16502530000, 10, 10",
        "+442079460000, 7, 10",
        "+46701740605, 6, 12",
        "+33142685300, 9, 9",
        "+80012345678, 8, 8",
        "+979123456789, 9, 9",
    })
    void lengthsAreThoseOfTheCountryWithoutItsCode(String number, int shortest, int longest) {
        Numbering numbering = numbering(PhoneNumber.ofE164(number), number);
        assertEquals(shortest, numbering.minLength());
        assertEquals(longest, numbering.maxLength());
    }

    private Numbering numbering(PhoneNumber number, String text) {
        return Numberings.of(number, intelligences.of(number), text);
    }
}
