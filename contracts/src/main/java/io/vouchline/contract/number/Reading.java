package io.vouchline.contract.number;

import java.util.Optional;

/** What a text turned out to be when it was read as a telephone number. */
public sealed interface Reading {

    /** The number, if the text stands for exactly one. */
    default Optional<PhoneNumber> number() {
        return this instanceof OneNumber(PhoneNumber number)
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Exactly one possible number. */
    record OneNumber(PhoneNumber value) implements Reading {}

    /** Two different valid numbers: which one is meant cannot be told. */
    record SeveralNumbers() implements Reading {}

    /** No possible number. */
    record NoNumber() implements Reading {}
}
