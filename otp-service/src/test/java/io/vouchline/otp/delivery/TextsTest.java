package io.vouchline.otp.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.contract.otp.OtpApi.Channel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    /** The letters of a text message that has room for 160 (GSM 03.38, the basic table). */
    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                    + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    static Stream<String> languages() {
        return Texts.LANGUAGES.stream();
    }

    @Test
    void thereAreTwelveLanguages() {
        assertEquals(12, Texts.LANGUAGES.stream().distinct().count());
        assertEquals(12, languages().map(Texts::of).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyFileLoadsByItsListedNameAndSaysEverything(String language) {
        assertNotNull(
                TextsTest.class.getResource(
                        "/io/vouchline/otp/delivery/text/" + language + ".properties"));
        Texts texts = Texts.of(language);
        assertTrue(texts.voice().startsWith(language + "-"));
        for (String told : List.of(texts.message(), texts.mail(), texts.spoken())) {
            assertEquals(2, told.split("\\$\\$CODE\\$\\$", -1).length, told);
            assertFalse(told.contains("$$KEY$$"), told);
        }
        assertEquals(2, texts.prompt().split("\\$\\$KEY\\$\\$", -1).length, texts.prompt());
        for (String plain :
                List.of(texts.subject(), texts.farewell(), texts.expired(), texts.voice())) {
            assertFalse(plain.isBlank());
            assertFalse(plain.contains("$"), plain);
            assertFalse(plain.contains("\n"), plain);
        }
        assertFalse(texts.prompt().contains("$$CODE$$"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aCodeOfTenDigitsFitsIntoOneTextMessage(String language) {
        String text = MessageText.written(Messages.of(Messages.standard(language), Channel.SMS));
        boolean isGsm = text.chars().allMatch(letter -> GSM.indexOf(letter) >= 0);
        assertTrue(text.length() <= (isGsm ? 160 : 70), text.length() + " " + text);
        assertTrue(text.contains(Messages.CODE));
    }

    @ParameterizedTest
    @CsvSource({
        "en, en", "EN, en", "en-US, en", "sv-SE, sv", "SV-se, sv", "pt-BR, pt", "nb-NO, nb",
        "no, nb", "no-NO, nb", "de-Latn-AT, de", "fi-FI-x1, fi", "ja, en", "ja-JP, en", "svx, en",
        "x, en", "s, en", "enx-US, en"
    })
    void theNearestLanguageIsSpokenAndEnglishWhereThereIsNone(String asked, String spoken) {
        assertEquals(Texts.of(spoken), Texts.of(asked));
    }
}
