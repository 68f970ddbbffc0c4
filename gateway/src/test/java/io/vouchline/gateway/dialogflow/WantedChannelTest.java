package io.vouchline.gateway.dialogflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedChannelTest {

    @ParameterizedTest
    @CsvSource({
        "mobile, MOBILE",
        "MOBILE, MOBILE",
        "phone, MOBILE",
        "Phone Number, MOBILE",
        "mobile_number, MOBILE",
        "mobile-phone, MOBILE",
        "sms, MOBILE",
        "Text, MOBILE",
        "text  message, MOBILE",
        "cell, MOBILE",
        "email, EMAIL",
        "E-Mail, EMAIL",
        "e mail, EMAIL",
        "mail, EMAIL",
        "Email Address, EMAIL"
    })
    void aChannelIsReadByEveryWordForIt(String word, WantedChannel channel) {
        assertEquals(channel, WantedChannel.of(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pigeon", "email or phone", "voice mail", "1", "-", "ＳＭＳ?"})
    void anythingElseIsRefused(String word) {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> WantedChannel.of(word));
        assertEquals(400, refused.problem().status());
        assertEquals("channel must be mobile or email.", refused.problem().detail());
    }
}
