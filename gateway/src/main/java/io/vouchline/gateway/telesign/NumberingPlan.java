package io.vouchline.gateway.telesign;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Cleansed;
import io.vouchline.contract.risk.RiskApi.Cleansing;
import io.vouchline.contract.risk.RiskApi.Numbering;
import io.vouchline.contract.risk.RiskApi.Original;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import java.text.Normalizer;
import java.util.stream.IntStream;

/**
 * What libphonenumber's numbering plans tell of a number: the stand-in for risk-service's packages
 * while that is away. It knows no special ranges and no partial matches.
 */
final class NumberingPlan {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final int LONGEST_NUMBER = 17;
    private static final int UNCHANGED = 100;
    private static final int CHANGED = 101;
    private static final int NO_SUCH_AREA = 103;

    private final PhoneNumber number;

    private NumberingPlan(PhoneNumber number) {
        this.number = number;
    }

    static NumberingPlan of(PhoneNumber number) {
        return new NumberingPlan(number);
    }

    /** The type by Telesign's code table. */
    PhoneType phoneType() {
        return switch (UTIL.getNumberType(number.parsed())) {
            case FIXED_LINE -> new PhoneType("1", "FIXED_LINE");
            case MOBILE, FIXED_LINE_OR_MOBILE -> new PhoneType("2", "MOBILE");
            case TOLL_FREE -> new PhoneType("4", "TOLL_FREE");
            case VOIP -> new PhoneType("5", "VOIP");
            case PAGER -> new PhoneType("6", "PAGER");
            case UNKNOWN -> new PhoneType("8", "INVALID");
            case PREMIUM_RATE, SHARED_COST -> new PhoneType("9", "RESTRICTED_PREMIUM");
            case PERSONAL_NUMBER -> new PhoneType("10", "PERSONAL");
            case VOICEMAIL -> new PhoneType("11", "VOICEMAIL");
            case UAN -> new PhoneType("20", "OTHER");
        };
    }

    /**
     * How the number is built.
     *
     * @param original the text that the platform sent
     */
    Numbering numbering(String original) {
        String national = number.nationalNumber();
        String country = number.countryCode();
        int[] lengths = IntStream.rangeClosed(1, LONGEST_NUMBER).filter(this::isLength).toArray();
        int shortest = lengths.length == 0 ? national.length() : lengths[0];
        int longest = lengths.length == 0 ? national.length() : lengths[lengths.length - 1];
        Cleansed cleansed =
                new Cleansed(cleansedCode(original), country, shortest, longest, national);
        return new Numbering(
                national,
                shortest,
                longest,
                country,
                new Original(national, country + national, country),
                new Cleansing(cleansed, cleansed));
    }

    private boolean isLength(int digits) {
        Phonenumber.PhoneNumber any =
                new Phonenumber.PhoneNumber()
                        .setCountryCode(number.parsed().getCountryCode())
                        .setNationalNumber(Long.parseLong("2".repeat(digits)));
        return UTIL.isPossibleNumberWithReason(any) == ValidationResult.IS_POSSIBLE;
    }

    private int cleansedCode(String original) {
        if (!number.isValid()) {
            return NO_SUCH_AREA;
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
