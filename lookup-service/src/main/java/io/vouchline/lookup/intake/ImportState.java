package io.vouchline.lookup.intake;

/** How a load stands. */
enum ImportState {
    /** It is under way. */
    RUNNING,
    /** It has ended; lines may have been rejected. */
    SUCCEEDED,
    /** All lines are in, but nothing was removed: it would have been too much. */
    REMOVAL_REFUSED,
    /** It could not go on; the batches before are in. It may be sent again under the same key. */
    FAILED,
    /** The service ended while it was under way. It may be sent again under the same key. */
    INTERRUPTED;

    /** Whether the same key gets this load's answer instead of another load. */
    boolean isFinal() {
        return this == SUCCEEDED || this == REMOVAL_REFUSED;
    }
}
