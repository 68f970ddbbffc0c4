package io.vouchline.risk.listing;

/** What the lists say of a number. */
public enum Listed {
    /** It is refused. */
    DENIED,
    /** It is trusted. */
    ALLOWED,
    /** Nothing. */
    NOWHERE
}
