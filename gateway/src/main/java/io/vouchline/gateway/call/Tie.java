package io.vouchline.gateway.call;

import java.util.Locale;

/** What became of a look-up that was to be tied to its call. */
enum Tie {
    /** A call has it. */
    TIED,
    /** The next call of the caller will have it, if it comes in time. */
    LEFT,
    /** The call is over. */
    ENDED,
    /** Nothing says which call it belongs to. */
    UNKNOWN,
    /** The store failed or was too slow. */
    FAILED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
