package io.vouchline.otp.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words and the voice that speaks them.
 *
 * @param voice a tag that the carrier knows
 */
record Speech(String voice, String words) {

    /** The languages that the carrier's voices speak (TwiML {@code <Say language>}). */
    private static final List<String> VOICES =
            List.of(
                    "en-US", "en-GB", "en-AU", "en-CA", "en-IN", "es-ES", "es-MX", "ca-ES", "fr-FR",
                    "fr-CA", "de-DE", "it-IT", "pt-PT", "pt-BR", "nl-NL", "sv-SE", "da-DK", "nb-NO",
                    "fi-FI", "pl-PL", "ja-JP", "ko-KR", "ru-RU", "zh-CN", "zh-HK", "zh-TW");

    /** A standard text, in the accent that was asked for if it is one of the text's language. */
    static Speech standard(String tag, Texts texts, String words) {
        String accent =
                named(tag)
                        .filter(voice -> primary(voice).equals(primary(texts.voice())))
                        .orElse(texts.voice());
        return new Speech(accent, words);
    }

    /** A text of the caller's, in the language that it says it is in. */
    static Speech own(String tag, String words) {
        String voice =
                named(tag)
                        .or(() -> ofLanguage(primary(tag)))
                        .orElseGet(() -> Texts.of(tag).voice());
        return new Speech(voice, words);
    }

    private static Optional<String> named(String tag) {
        return VOICES.stream().filter(tag::equalsIgnoreCase).findFirst();
    }

    private static Optional<String> ofLanguage(String language) {
        return VOICES.stream().filter(voice -> primary(voice).equals(language)).findFirst();
    }

    private static String primary(String tag) {
        int dash = tag.indexOf('-');
        return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
    }
}
