package io.vouchline.risk.number;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Cleansed;
import io.vouchline.contract.risk.RiskApi.Cleansing;
import io.vouchline.contract.risk.RiskApi.Numbering;
import io.vouchline.contract.risk.RiskApi.Original;
import java.text.Normalizer;

/**
 * Describes how a number is built: the {@code numbering} package of the Telesign document.
 *
 * <p>Its {@code cleansed_code} tells what was done to the digits that were sent:
 *
 * <ul>
 *   <li>100: nothing. The digits are those of the number in E.164 form. A "+", blanks, punctuation
 *       and the script of the digits are no part of the number: leaving them out changes nothing
 *       that is dialled.
 *   <li>101: changed so that it completes: a country calling code was added, or 011, 00 or a trunk
 *       prefix removed.
 *   <li>102: restricted: premium rate, shared cost or a special range. Short codes and emergency
 *       numbers have no E.164 form; they are refused before they come here.
 *   <li>103: well formed, but in no assigned range.
 *   <li>104: not correctly formatted. It cannot occur here: a {@link PhoneNumber} is possible for
 *       its country. The gateway answers other texts with error -10001.
 *   <li>105: in no assigned range, but too short or too long for the one that it begins like, or
 *       without its area code.
 * </ul>
 *
 * <p>A call and a text go to the same digits, so that both have the same code. Whether a line can
 * take a text is told by its {@code phone_type}: a fixed line is not restricted, and many carriers
 * read texts out on it.
 */
public final class Numberings {

    private static final int UNCHANGED = 100;
    private static final int CHANGED = 101;
    private static final int RESTRICTED = 102;
    private static final int NO_SUCH_AREA = 103;
    private static final int PARTIAL = 105;

    private Numberings() {}

    /**
     * The package for a number.
     *
     * @param original the text that the platform sent
     */
    public static Numbering of(PhoneNumber number, Intelligence known, String original) {
        String national = number.nationalNumber();
        String country = number.countryCode();
        NationalLengths lengths = NationalLengths.of(number.parsed().getCountryCode());
        Cleansed cleansed =
                new Cleansed(
                        cleansedCode(number, known, original),
                        country,
                        lengths.shortest(),
                        lengths.longest(),
                        national);
        return new Numbering(
                national,
                lengths.shortest(),
                lengths.longest(),
                country,
                new Original(national, country + national, country),
                new Cleansing(cleansed, cleansed));
    }

    private static int cleansedCode(PhoneNumber number, Intelligence known, String original) {
        if (known.type() == LineType.INVALID) {
            return PartialMatch.holdsFor(number) ? PARTIAL : NO_SUCH_AREA;
        }
        if (known.type() == LineType.RESTRICTED_PREMIUM || known.range() != SpecialRange.ORDINARY) {
            return RESTRICTED;
        }
        return number.e164().substring(1).equals(digits(original)) ? UNCHANGED : CHANGED;
    }

    /** The digits of the text, of any script. */
    private static String digits(String original) {
        StringBuilder digits = new StringBuilder();
        Normalizer.normalize(original, Normalizer.Form.NFKC)
                .codePoints()
                .map(point -> Character.digit(point, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        return digits.toString();
    }
}
