package io.vouchline.gateway.utterance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.gateway.language.Language;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "123457                                  | 123457",
                "12 34 57                                | 123457",
                "1-2-3-4-5-7                             | 123457",
                "1–2–3—4 5.7                             | 123457",
                "１２３４５７                              | 123457",
                "012345                                  | 012345",
                "123,457                                 | 123457",
                "The code is 123457                      | 123457",
                "It's 12 34 57.                          | 123457",
                "It’s 123457, I think                    | 123457",
                "one two three four five seven           | 123457",
                "One, two, three, 45 and then no more    | ",
                "one two 3 4 five seven                  | 123457",
                "zero oh o one two three                 | 000123",
                "ZERO-ONE-TWO-THREE-FOUR-FIVE            | 012345"
            })
    void aCodeIsReadAsItIsSaid(String said, String code) {
        assertEquals(Optional.ofNullable(code), Listener.code(said, 6, Language.of("en")));
    }

    /** Nothing but digits is a code, be it a wrong one: it is compared, and counted. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "12345", "1234567", "1234567890123456"})
    void digitsAloneAreACodeOfAnyLength(String digits) {
        assertEquals(Optional.of(digits), Listener.code(digits, 6, Language.of("en")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "I have no code",
                "I don't have one",
                "the last two digits are 57",
                "123457 or 123475",
                "not 123457 but 12",
                "12345678901234567",
                "123457a",
                "0x123457",
                "twelve thirty four",
                "١٢٣٤٥٧x",
                "123\u0000457"
            })
    void anythingElseIsNone(String said) {
        assertEquals(Optional.empty(), Listener.code(said, 6, Language.of("en")));
    }
}
