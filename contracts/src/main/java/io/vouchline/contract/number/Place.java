package io.vouchline.contract.number;

import java.util.regex.Pattern;

/**
 * Where a number lies, without the number.
 *
 * @param countryCode the country calling code
 * @param leading the national number without its last four digits
 */
public record Place(String countryCode, String leading) {

    private static final Pattern TEXT = Pattern.compile("[1-9][0-9]{0,2}-[0-9]{0,14}");
    private static final int HIDDEN_DIGITS = 4;
    private static final int RANGE_DIGITS = 4;

    /** Where this number lies. */
    public static Place of(PhoneNumber number) {
        String national = number.nationalNumber();
        return new Place(
                number.countryCode(),
                national.substring(0, Math.max(national.length() - HIDDEN_DIGITS, 0)));
    }

    /**
     * Reads what {@link #text} has written.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Place ofText(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("not where a number lies");
        }
        int dash = text.indexOf('-');
        return new Place(text.substring(0, dash), text.substring(dash + 1));
    }

    /** As otp-service's outcome events tell it, for example "1-650253". */
    public String text() {
        return countryCode + '-' + leading;
    }

    /** The leading digits that all numbers of the block share: they differ in the last four. */
    public String block() {
        return "+" + countryCode + leading;
    }

    /** The leading digits that all numbers of the range share. */
    public String range() {
        return "+" + countryCode + leading.substring(0, Math.min(RANGE_DIGITS, leading.length()));
    }
}
