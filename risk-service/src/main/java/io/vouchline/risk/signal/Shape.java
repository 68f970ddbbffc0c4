package io.vouchline.risk.signal;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What the weights file must say of a signal. */
sealed interface Shape {

    /** Points by an amount, of which more is worse. */
    Amounts RISING = new Amounts(true);

    /** Points by an amount, of which more is better. */
    Amounts FALLING = new Amounts(false);

    /** Points for each of these cases. */
    record Cases(Set<String> names) implements Shape {

        static Cases of(Finding.Case... cases) {
            return new Cases(
                    Arrays.stream(cases)
                            .map(Finding.Case::name)
                            .collect(Collectors.toUnmodifiableSet()));
        }

        static Cases of(Enum<?>... cases) {
            return new Cases(
                    Arrays.stream(cases).map(Enum::name).collect(Collectors.toUnmodifiableSet()));
        }
    }

    /**
     * Points by an amount: each from a lower bound on, the first from 0.
     *
     * @param rising whether more is worse, so that points must not fall; else they must not rise
     */
    record Amounts(boolean rising) implements Shape {}
}
