package io.vouchline.gateway.conversation;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A telephone number as callers tell it. */
final class ToldNumber {

    /** Longer ones are refused, as in Google's own component. */
    private static final int MOST_DIGITS = 16;

    private static final Pattern CODE = Pattern.compile("\\+?[0-9]{1,3}");
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

    private ToldNumber() {}

    /** Whether this is a country calling code by itself. */
    static boolean isCallingCode(String text) {
        return CODE.matcher(text).matches() && isKnown(regionOf(text.replace("+", "")));
    }

    /**
     * The number, if it lies in a range that its country has assigned.
     *
     * @param callingCode the country calling code that was told before, if one was
     * @param region the region (ISO 3166-1 alpha-2) of numbers without a country calling code
     */
    static Optional<PhoneNumber> read(String text, @Nullable String callingCode, String region) {
        if (text.chars().filter(Character::isDigit).count() > MOST_DIGITS) {
            return Optional.empty();
        }
        Notation notation = callingCode == null ? Notation.EITHER : Notation.NATIONAL;
        String home = callingCode == null ? region : regionOf(callingCode);
        return notation.read(text, home).number().filter(PhoneNumber::isValid);
    }

    private static String regionOf(String callingCode) {
        return UTIL.getRegionCodeForCountryCode(Integer.parseInt(callingCode));
    }

    private static boolean isKnown(String region) {
        return Notation.regions().contains(region);
    }
}
