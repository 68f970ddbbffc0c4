package io.vouchline.gateway.conversation;

import java.util.Locale;

/** Why a conversation ended without success: the document's {@code transfer_reason}. */
public enum Reason {
    /** The caller wanted a person. */
    AGENT,
    /** The caller would not tell what was asked for. */
    DENIAL_OF_INFORMATION,
    /** Nothing came, three times in a row. */
    MAX_NO_INPUT,
    /** Nothing was understood three times in a row, or what was told was not right. */
    MAX_NO_MATCH,
    /** A service failed. */
    WEBHOOK_ERROR,
    /** A service could not be reached. */
    WEBHOOK_NOT_FOUND;

    /** The document's own word. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
