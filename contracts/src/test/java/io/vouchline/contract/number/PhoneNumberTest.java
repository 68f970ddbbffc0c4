package io.vouchline.contract.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+16502530000");

    @ParameterizedTest
    @Requirement(39)
    @CsvSource({
        "+16502530000, +1********00",
        "+46706170786, +46*******86",
        "+3612345678, +36******78"
    })
    void aNumberShowsItsCountryAndItsLastTwoDigitsOnly(String e164, String shown) {
        assertEquals(shown, PhoneNumber.ofE164(e164).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "16502530000",
                "+1 6502530000",
                "+1650253",
                "+0123456789",
                "+9999999999"
            })
    void onlyTheE164FormOfAPossibleNumberIsTakenAndNoneIsRepeated(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> PhoneNumber.ofE164(text));
        assertFalse(text.length() > 1 && refusal.getMessage().contains(text));
    }

    @Test
    void onTheWireANumberIsItsText() throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper();
        assertEquals("\"+16502530000\"", mapper.writeValueAsString(NUMBER));
        assertEquals(NUMBER, mapper.readValue("\"+16502530000\"", PhoneNumber.class));
    }

    @Test
    void theHashOfANumberIsStableUnderItsKeyAndDiffersBetweenTenants() {
        NumberHash hash =
                new NumberHash(SecretKeySet.read("test", KeyFiles.secret("numbers")).current());
        assertEquals(hash.of("bank", NUMBER), hash.of("bank", NUMBER));
        assertEquals(32, hash.of("bank", NUMBER).length());
        assertNotEquals(hash.of("bank", NUMBER), hash.of("other", NUMBER));
        assertNotEquals(
                hash.of("bank", NUMBER), hash.of("bank", PhoneNumber.ofE164("+16502530001")));
    }
}
