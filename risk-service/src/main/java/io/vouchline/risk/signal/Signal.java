package io.vouchline.risk.signal;

import io.vouchline.risk.number.LineType;

/** One thing that makes a number more or less trustworthy. */
public interface Signal {

    /** What this signal says of a number of this type. */
    Points of(LineType type);

    /**
     * What a signal says.
     *
     * @param score 0 to 1000, higher is riskier
     * @param reason why, in words
     */
    record Points(int score, String reason) {}
}
