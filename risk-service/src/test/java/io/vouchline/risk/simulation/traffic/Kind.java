package io.vouchline.risk.simulation.traffic;

/** Kinds of genuine requests. One request can be of several. */
public enum Kind {
    /** The number is of the home region. */
    HOME,
    /** It is of a region that the policy expects. */
    ABROAD,
    /** It is of any other region. */
    ELSEWHERE,
    /** The caller never asked before. */
    NEW,
    /** Asked again because no message came. */
    REPEAT,
    /** Part of a rush. */
    RUSH,
    /** Asked at night. */
    NIGHT,
    /** A fixed line. */
    FIXED_LINE,
    /** An internet telephone. */
    VOIP
}
