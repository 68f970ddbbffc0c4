package io.vouchline.gateway.conversation;

/** How a code reaches the caller. */
public enum Way {
    /** The calling number: a text message, or a call where it takes none. */
    PHONE,
    /** The registered mailbox. */
    EMAIL
}
