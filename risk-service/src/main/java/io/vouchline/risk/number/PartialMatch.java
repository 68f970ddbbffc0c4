package io.vouchline.risk.number;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.vouchline.contract.number.PhoneNumber;
import java.util.stream.LongStream;

/** Whether an unassigned number is an assigned one with digits missing or too many. */
final class PartialMatch {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private PartialMatch() {}

    /**
     * Whether the number is too short or too long for the range that it begins like. False for an
     * assigned number.
     */
    static boolean holdsFor(PhoneNumber number) {
        return !number.isValid()
                && (isLocal(number.parsed())
                        || isTooLong(number.parsed())
                        || isTooShort(number.parsed(), number.nationalNumber().length()));
    }

    /** Dialled within one area only: its area code is missing. */
    private static boolean isLocal(Phonenumber.PhoneNumber number) {
        return UTIL.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE_LOCAL_ONLY;
    }

    private static boolean isTooLong(Phonenumber.PhoneNumber number) {
        return UTIL.truncateTooLongNumber(number);
    }

    /** Trying all endings would take too long: those of one repeated digit stand for them. */
    private static boolean isTooShort(Phonenumber.PhoneNumber number, int digits) {
        int missing = NationalLengths.of(number.getCountryCode()).longest() - digits;
        Phonenumber.PhoneNumber longer = new Phonenumber.PhoneNumber().mergeFrom(number);
        return LongStream.rangeClosed(0, 9)
                .anyMatch(ending -> isValidWith(ending, missing, longer.mergeFrom(number)));
    }

    private static boolean isValidWith(long ending, int missing, Phonenumber.PhoneNumber number) {
        for (int i = 0; i < missing; i++) {
            number.setNationalNumber(number.getNationalNumber() * 10 + ending);
            if (UTIL.isValidNumber(number)) {
                return true;
            }
        }
        return false;
    }
}
