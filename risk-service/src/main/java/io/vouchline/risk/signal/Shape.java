package io.vouchline.risk.signal;

import java.util.Set;

/** What the weights file must say of a signal. */
public sealed interface Shape {

    /** Points for each of these cases. */
    record Cases(Set<String> names) implements Shape {}

    /**
     * Points by an amount: each from a lower bound on, the first from 0.
     *
     * @param rising whether more is worse, so that points must not fall; else they must not rise
     */
    record Amounts(boolean rising) implements Shape {}
}
