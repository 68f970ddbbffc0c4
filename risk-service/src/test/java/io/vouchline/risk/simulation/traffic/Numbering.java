package io.vouchline.risk.simulation.traffic;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.number.LineType;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws numbers that lie in assigned ranges, as far as libphonenumber knows. */
public final class Numbering {

    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
    private static final int TRIES = 60;
    private static final int SUBSCRIBER_DIGITS = 4;

    private Numbering() {}

    /** All regions, in order. */
    public static List<String> regions() {
        return List.copyOf(new TreeSet<>(UTIL.getSupportedRegions()));
    }

    /** The region of a number; empty where it lies in none. */
    public static Optional<String> region(PhoneNumber number) {
        return Optional.ofNullable(UTIL.getRegionCodeForNumber(number.parsed()));
    }

    /** Any number of this region and kind; empty if there is no such range. */
    public static Optional<PhoneNumber> any(String region, LineType type, RandomGenerator random) {
        return drawn(
                UTIL.getExampleNumberForType(region, plan(type)),
                random,
                number ->
                        LineType.of(number) == type
                                && region(number).filter(region::equals).isPresent());
    }

    /** Any number under a country calling code that belongs to no region, for example 881. */
    public static Optional<PhoneNumber> anyOfNetwork(int callingCode, RandomGenerator random) {
        return drawn(
                UTIL.getExampleNumberForNonGeoEntity(callingCode),
                random,
                number -> number.countryCode().equals(Integer.toString(callingCode)));
    }

    /**
     * Any other number that begins as this one does.
     *
     * @param open how many of the last digits are drawn
     */
    public static Optional<PhoneNumber> sibling(
            PhoneNumber number, int open, RandomGenerator random) {
        String leading = leading(number.e164(), open);
        return tried(leading, open, random, like(number));
    }

    /** The number so many after this one; empty if that is not assigned. */
    public static Optional<PhoneNumber> after(PhoneNumber number, long steps) {
        return valid("+" + (Long.parseLong(number.e164().substring(1)) + steps));
    }

    /** Of the same kind and region: neighbouring islands share ranges, as in GB. */
    private static Predicate<PhoneNumber> like(PhoneNumber number) {
        LineType type = LineType.of(number);
        Optional<String> region = region(number);
        return other -> LineType.of(other) == type && region(other).equals(region);
    }

    private static Optional<PhoneNumber> drawn(
            Phonenumber.@Nullable PhoneNumber example,
            RandomGenerator random,
            Predicate<PhoneNumber> wanted) {
        if (example == null) {
            return Optional.empty();
        }
        String national = UTIL.getNationalSignificantNumber(example);
        String code = "+" + example.getCountryCode();
        for (int open = national.length(); open >= SUBSCRIBER_DIGITS; open--) {
            Optional<PhoneNumber> number =
                    tried(leading(code + national, open), open, random, wanted);
            if (number.isPresent()) {
                return number;
            }
        }
        return Optional.empty();
    }

    private static Optional<PhoneNumber> tried(
            String leading, int open, RandomGenerator random, Predicate<PhoneNumber> wanted) {
        for (int i = 0; i < TRIES; i++) {
            Optional<PhoneNumber> number = valid(leading + digits(open, random)).filter(wanted);
            if (number.isPresent()) {
                return number;
            }
        }
        return Optional.empty();
    }

    private static Optional<PhoneNumber> valid(String e164) {
        try {
            return Optional.of(PhoneNumber.ofE164(e164)).filter(PhoneNumber::isValid);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String leading(String text, int open) {
        return text.substring(0, text.length() - open);
    }

    private static String digits(int count, RandomGenerator random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private static PhoneNumberType plan(LineType type) {
        return switch (type) {
            case FIXED_LINE -> PhoneNumberType.FIXED_LINE;
            case VOIP -> PhoneNumberType.VOIP;
            case RESTRICTED_PREMIUM -> PhoneNumberType.PREMIUM_RATE;
            case PERSONAL -> PhoneNumberType.PERSONAL_NUMBER;
            default -> PhoneNumberType.MOBILE;
        };
    }
}
