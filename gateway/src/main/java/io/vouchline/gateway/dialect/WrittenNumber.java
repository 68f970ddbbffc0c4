package io.vouchline.gateway.dialect;

import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.number.Reading.NoNumber;
import io.vouchline.contract.number.Reading.OneNumber;
import io.vouchline.contract.number.Reading.SeveralNumbers;
import io.vouchline.contract.problem.ProblemType;

/** A telephone number as a client of our own API writes it: with or without its country code. */
public final class WrittenNumber {

    private WrittenNumber() {}

    /**
     * The one number that is meant.
     *
     * @param name the member that holds the text
     * @param region the region of numbers without a country calling code
     * @throws io.vouchline.contract.problem.ProblemException 400; it does not repeat the text
     */
    public static PhoneNumber read(String name, String text, String region) {
        UnfilledTemplate.refuse(name, text);
        return switch (Notation.EITHER.read(text, region)) {
            case OneNumber(PhoneNumber number) -> number;
            case SeveralNumbers several ->
                    throw ProblemType.MALFORMED.exception(
                            name + " stands for two numbers; send it with its country code.");
            case NoNumber none ->
                    throw ProblemType.MALFORMED.exception(name + " is not a telephone number.");
        };
    }
}
