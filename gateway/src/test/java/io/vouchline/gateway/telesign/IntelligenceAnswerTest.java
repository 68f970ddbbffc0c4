package io.vouchline.gateway.telesign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vouchline.gateway.telesign.IntelligenceAnswer.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntelligenceAnswerTest {

    @ParameterizedTest
    @CsvSource({"US, USA, United States", "SE, SWE, Sweden", "XK, , Kosovo"})
    void aCountryIsToldByItsCodesAndItsEnglishName(String iso2, String iso3, String name) {
        Country country = Country.of(iso2);
        assertEquals(iso2, country.iso2());
        assertEquals(name, country.name());
        if (iso3 != null) {
            assertEquals(iso3, country.iso3());
        }
    }

    @Test
    void aNumberOfNoRegionHasNoCountry() {
        Country country = Country.of(null);
        assertNull(country.iso2());
        assertNull(country.iso3());
        assertNull(country.name());
    }
}
