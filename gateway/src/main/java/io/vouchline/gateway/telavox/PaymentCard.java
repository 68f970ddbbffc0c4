package io.vouchline.gateway.telavox;

import io.vouchline.contract.lookup.AccountNumber;

/**
 * What callers key in although they are asked for an account number: the number of a payment card.
 * PCI DSS 4.0.1 requirement 3.4.1 has it masked wherever it is shown.
 */
final class PaymentCard {

    private static final int FEWEST_DIGITS = 13;
    private static final int MOST_DIGITS = 19;

    private PaymentCard() {}

    /** The keypad input as an agent may see it: of what may be a card, the last four digits. */
    static String shown(AccountNumber keyed) {
        return looksLikeOne(keyed.value()) ? keyed.toString() : keyed.value();
    }

    /** 13 to 19 digits that pass the check of ISO/IEC 7812-1 annex B (Luhn). */
    static boolean looksLikeOne(String digits) {
        if (digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
            return false;
        }
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            int weighed = place % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
