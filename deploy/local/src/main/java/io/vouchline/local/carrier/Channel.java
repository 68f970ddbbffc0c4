package io.vouchline.local.carrier;

import java.util.Locale;

/** How a message reaches a person. */
public enum Channel {
    EMAIL,
    SMS,
    VOICE,
    /** The institution's app. */
    PUSH;

    /** As the outbox has it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
