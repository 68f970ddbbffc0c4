package io.vouchline.risk.signal;

import java.util.Optional;

/**
 * One thing that makes a number more or less trustworthy. It tells what it finds; how many points
 * that is worth is said by the weights file.
 */
interface Signal {

    /** The signal's name in the weights file and the code of its reason. */
    String name();

    /** What the weights file must say of this signal. */
    Shape shape();

    /**
     * What this signal finds, in the form that its shape promises.
     *
     * @return empty if what it needs is not known
     */
    Optional<? extends Finding> of(Evidence evidence);

    /**
     * Whether the points of this signal alone are the score, whatever the prior and all other
     * signals say. At most one signal may say so.
     */
    default boolean decides(Evidence evidence) {
        return false;
    }
}
