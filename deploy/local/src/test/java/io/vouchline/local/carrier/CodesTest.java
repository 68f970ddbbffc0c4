package io.vouchline.local.carrier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    SMS   | Your code is 12345.                                   | 12345
                    SMS   | 987654 is your code, valid for 10 minutes             | 987654
                    SMS   | Valid for 10 minutes: 987654                          | 987654
                    EMAIL | Your code is 1 2 3 4 5                                | -
                    SMS   | Card 12345678901 is not a code, 4711 is               | 4711
                    SMS   | Hello                                                 | -
                    VOICE | Your code is 1, 2, 3, 4, 5. Again: 1, 2, 3, 4, 5.     | 12345
                    VOICE | Press 1. Your code is 4. 0. 0. 7.                     | 4007
                    VOICE | Your code is 4 7  1 1                                 | 4711
                    VOICE | Your code is 4711                                     | 4711
                    VOICE | Press 1 to hear it                                    | -
                    """)
    void theCodeIsTheFirstRunOfThreeToTenDigits(Channel channel, String text, String code) {
        assertEquals(Optional.ofNullable(code), Codes.in(text, channel));
    }
}
