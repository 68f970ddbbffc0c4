package io.vouchline.gateway.telavox;

import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.number.Reading.OneNumber;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import io.vouchline.gateway.dialect.WrittenNumber;
import java.util.Optional;

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
        return WrittenNumber.read(PARAMETER, restored(text), region);
    }

    /**
     * The same, or nothing if the text stands for no number, or for two: callers withhold theirs,
     * and queues and extensions have none.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400 for a template that was not filled
     *     in
     */
    static Optional<PhoneNumber> ifAny(String name, String text, String region) {
        UnfilledTemplate.refuse(name, text);
        return Notation.EITHER.read(restored(text), region) instanceof OneNumber(PhoneNumber number)
                ? Optional.of(number)
                : Optional.empty();
    }

    private static String restored(String text) {
        return text.startsWith(" ") ? "+" + text.stripLeading() : text;
    }
}
