package io.vouchline.gateway.voice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Twilio's recogniser is told of a language and of what it is to hear. */
final class Hints {

    private static final String DIGITS = "$OOV_CLASS_DIGIT_SEQUENCE";
    private static final String ENGLISH = "en";

    /** English only: the recogniser has its classes of words in few languages. */
    private static final Map<String, String> BY_KIND =
            Map.of(
                    "yesno", "yes, no",
                    "digits", DIGITS,
                    "phone", "$FULLPHONENUM, " + DIGITS,
                    "date", "$MONTH, $DAY, $YEAR",
                    "expiry", "$MONTH, $YEAR",
                    "amount", "$MONEY");

    private static final Map<String, String> REGIONS = Map.of(ENGLISH, "US", "sv", "SE");

    private Hints() {}

    /**
     * What is likely to be said.
     *
     * @param kind of answer, such as digits
     * @param language a tag (BCP 47)
     */
    static Optional<String> of(String kind, String language) {
        return primary(language).equals(ENGLISH)
                ? Optional.ofNullable(BY_KIND.get(kind))
                : Optional.empty();
    }

    /** The language of a tag, without its region. */
    static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    /** The tag with the region that Twilio's voices have. */
    static String withRegion(String tag) {
        String usual = Locale.forLanguageTag(tag).toLanguageTag();
        String region = REGIONS.get(usual);
        return region == null ? usual : usual + '-' + region;
    }
}
