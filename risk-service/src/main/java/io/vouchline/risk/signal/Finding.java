package io.vouchline.risk.signal;

/** What a signal finds. */
sealed interface Finding {

    /**
     * What was looked at, in English, without the number. For an amount it takes no side: the
     * points tell whether it speaks against the number.
     */
    String description();

    /**
     * One of the cases of {@link Shape.Cases}.
     *
     * @param name the case's name in the weights file
     */
    record Case(String name, String description) implements Finding {}

    /**
     * An amount for {@link Shape.Amounts}.
     *
     * @param value 0 or more
     */
    record Amount(double value, String description) implements Finding {}
}
