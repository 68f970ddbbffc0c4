package io.vouchline.otp.passcode;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A one-time code: 3 to 10 ASCII digits, leading zeros kept, compared as text. {@link #toString()}
 * hides it.
 *
 * @param digits the code
 */
public record Passcode(String digits) {

    private static final Pattern SYNTAX = Pattern.compile("[0-9]{3,10}");

    /** Refuses anything but 3 to 10 ASCII digits; the message does not repeat it. */
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
        if (length < 4 || length > 10) {
            throw new IllegalArgumentException("a passcode that is made here has 4 to 10 digits");
        }
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return new Passcode(digits.toString());
    }

    @Override
    public String toString() {
        return "******";
    }
}
