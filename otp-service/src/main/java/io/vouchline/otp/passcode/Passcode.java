package io.vouchline.otp.passcode;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A one-time code: 2 to 10 ASCII digits, leading zeros kept, compared as text. {@link #toString()}
 * hides it.
 *
 * @param digits the code
 */
public record Passcode(String digits) {

    private static final Pattern SYNTAX = Pattern.compile("[0-9]{2,10}");

    /** Refuses anything but 2 to 10 ASCII digits; the message does not repeat it. */
    public Passcode {
        if (!SYNTAX.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a passcode");
        }
    }

    /**
     * Draws a code whose every digit is uniform (NIST SP 800-63B section 3.1.3.2).
     *
     * @param random a cryptographically strong generator
     * @param length 4 to 10 digits
     */
    public static Passcode draw(RandomGenerator random, int length) {
        checkLength(length);
        return new Passcode(digits(random, length));
    }

    /** The same, for readers who turn codes into numbers: the first digit is 1 to 9. */
    public static Passcode drawWithoutLeadingZero(RandomGenerator random, int length) {
        checkLength(length);
        return new Passcode((1 + random.nextInt(9)) + digits(random, length - 1));
    }

    /** Draws two digits that a caller enters in an app: a match, not a secret. */
    public static Passcode drawMatch(RandomGenerator random) {
        return new Passcode(digits(random, 2));
    }

    private static void checkLength(int length) {
        if (length < 4 || length > 10) {
            throw new IllegalArgumentException("a passcode that is made here has 4 to 10 digits");
        }
    }

    private static String digits(RandomGenerator random, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    @Override
    public String toString() {
        return "******";
    }
}
