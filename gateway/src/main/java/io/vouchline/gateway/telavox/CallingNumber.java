package io.vouchline.gateway.telavox;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.dialect.WrittenNumber;

/** The number of a caller, as Telavox puts it into a query. */
final class CallingNumber {

    static final String PARAMETER = "phoneNumber";

    private CallingNumber() {}

    /**
     * The one number that is meant. A "+" that was not encoded arrives as a blank.
     *
     * @param region the region of numbers without a country calling code
     * @throws io.vouchline.contract.problem.ProblemException 400; it does not repeat the text
     */
    static PhoneNumber read(String text, String region) {
        String restored = text.startsWith(" ") ? "+" + text.stripLeading() : text;
        return WrittenNumber.read(PARAMETER, restored, region);
    }
}
