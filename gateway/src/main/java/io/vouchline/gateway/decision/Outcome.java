package io.vouchline.gateway.decision;

/** What a request came to. */
public enum Outcome {
    /** One customer, account or card holder was found. */
    FOUND,
    /** Nobody was found. */
    NOT_FOUND,
    /** Several were found, and none was told. */
    AMBIGUOUS,
    /** A code or a question is on its way. */
    SENT,
    /** No code went out; the reason tells why. */
    NOT_SENT,
    /** The number's risk is too high: nothing went out. */
    BLOCKED,
    /** What the caller gave was right. */
    VERIFIED,
    /** What the caller gave was not right. */
    NOT_VERIFIED,
    /** What is on record was given to the platform. */
    REVEALED,
    /** A number was assessed, and nothing was done with it. */
    ASSESSED,
    /** Something was recorded or changed. */
    CHANGED,
    /** How something stands was told. */
    TOLD,
    /** The request was refused: credential, right, form or limit. */
    REFUSED,
    /** Something behind was away, or failed. */
    FAILED
}
