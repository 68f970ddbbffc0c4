package io.vouchline.gateway.access;

/** What was wrong with a credential, as far as it may be told. */
public enum AccessFault {
    /** Nothing was presented. */
    MISSING,
    /** It cannot be read, or is of a kind that nobody here has. */
    UNREADABLE,
    /** The key or token is not good; nobody may be known by it, or somebody else. */
    WRONG_KEY,
    /** The signature is not that of this request; nobody may be known by the name given. */
    WRONG_SIGNATURE,
    /** A signed request without a date. */
    NO_DATE,
    /** A signed request whose method of signing is not taken here. */
    UNKNOWN_METHOD,
    /** A signed request whose date cannot be read. */
    UNREADABLE_DATE,
    /** A signed request that is too old, or from the future. */
    DATE_OUT_OF_WINDOW,
    /** A nonce that is too short or too long. */
    NONCE_LENGTH,
    /** A signed request that has been here before. */
    NONCE_USED
}
