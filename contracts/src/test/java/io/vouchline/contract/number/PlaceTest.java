package io.vouchline.contract.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @ParameterizedTest
    @CsvSource({"+16502530000, 1-650253", "+46706170786, 46-70617", "+2908125, 290-"})
    void itsTextHasTheNumberWithoutItsLastFourDigitsAndIsReadBack(String number, String text) {
        Place place = Place.of(PhoneNumber.ofE164(number));
        assertEquals(text, place.text());
        assertEquals(place, Place.ofText(text));
    }

    @Test
    void blockAndRangeAreLeadingDigitsOfTheNumber() {
        Place place = Place.of(PhoneNumber.ofE164("+16502530000"));
        assertEquals("+1650253", place.block());
        assertEquals("+16502", place.range());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1", "0-650", "1650-253", "1-65025x", "1-6502-53", "+1-650"})
    void anythingElseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Place.ofText(text));
    }
}
