package io.vouchline.gateway.call;

import java.util.Locale;

/** How far a call is. */
public enum CallState {
    /** A look-up named it, and no event has come yet: the caller is in the flow. */
    WAITING,
    /** It rings at an agent. */
    RINGING,
    /** An agent has answered it. */
    ANSWERED,
    /** It is over. */
    ENDED;

    /** The word for it, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CallState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
