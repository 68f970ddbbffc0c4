package io.vouchline.gateway.telavox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.contract.lookup.AccountNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentCardTest {

    /** The card numbers are those that card networks publish for tests. */
    @ParameterizedTest
    @CsvSource({
        "4111111111111111, ************1111",
        "4222222222222, *********2222",
        "378282246310005, ***********0005",
        "6304000000000000000, ***************0000",
        "5555555555554444, ************4444",
        // The last digit is wrong.
        "4111111111111112, 4111111111111112",
        "378282246310006, 378282246310006",
        // Too short and too long for a card, though the check digit is right.
        "123456789015, 123456789015",
        "1234567890, 1234567890",
        "41111111111111111115, 41111111111111111115",
        "0, 0"
    })
    void whatMayBeACardIsShownByItsLastFourDigits(String keyed, String shown) {
        assertEquals(shown, PaymentCard.shown(new AccountNumber(keyed)));
    }
}
