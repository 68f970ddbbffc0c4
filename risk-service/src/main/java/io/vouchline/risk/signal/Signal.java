package io.vouchline.risk.signal;

import java.util.Optional;

/** One thing that makes a number more or less trustworthy. */
public interface Signal {

    /** The signal's name in the weights file and the first word of its reasons. */
    String name();

    /** What the weights file must say of this signal. */
    Shape shape();

    /**
     * What this signal says.
     *
     * @param table the points of this signal
     * @return empty if it has nothing to say, or what it needs is not known
     */
    Optional<Points> of(Evidence evidence, Table table);

    /**
     * What a signal says.
     *
     * @param logOdds what is added to the log-odds that the request is an abuse: above 0 it speaks
     *     against the number
     * @param code the same word for the same reason
     * @param description the reason in English, without the number
     */
    record Points(double logOdds, String code, String description) {}
}
