package io.vouchline.lookup.intake;

/** What a load says about the customers that it does not name. */
enum ImportMode {
    /** Nothing: they stay as they are. */
    DELTA,
    /** They are customers no more, and are removed. */
    FULL
}
