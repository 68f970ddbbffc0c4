package io.vouchline.risk.history;

import io.vouchline.contract.number.PhoneNumber;

/**
 * Where a number lies, without the number.
 *
 * @param countryCode the country calling code
 * @param leading the national number without its last four digits
 */
public record Place(String countryCode, String leading) {

    private static final int HIDDEN_DIGITS = 4;
    private static final int RANGE_DIGITS = 4;

    /** Where this number lies. */
    public static Place of(PhoneNumber number) {
        String national = number.nationalNumber();
        return new Place(
                number.countryCode(),
                national.substring(0, Math.max(national.length() - HIDDEN_DIGITS, 0)));
    }

    /** Where a number of otp-service's outcome events lies, for example "1-650253". */
    public static Place ofPrefix(String prefix) {
        int dash = prefix.indexOf('-');
        return new Place(prefix.substring(0, dash), prefix.substring(dash + 1));
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
