package io.vouchline.gateway.telesign;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person entered as the code.
 *
 * @param digits the code; empty if what was entered cannot be one
 */
record SubmittedCode(Optional<String> digits) {

    private static final Pattern CODE = Pattern.compile("[0-9]{1,16}");
    private static final int LONGEST = 64;

    /**
     * Reads what stands in {@code verify_code}. People enter letters too: that is a wrong code.
     * What is longer than anybody enters is refused.
     */
    static SubmittedCode of(String text) {
        if (text.length() > LONGEST) {
            throw Parameter.wrong("VerifyCode");
        }
        return new SubmittedCode(
                Optional.of(text.strip()).filter(digits -> CODE.matcher(digits).matches()));
    }

    @Override
    public String toString() {
        return "SubmittedCode[]";
    }
}
