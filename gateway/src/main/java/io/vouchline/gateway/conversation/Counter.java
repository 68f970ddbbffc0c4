package io.vouchline.gateway.conversation;

/** What is counted. */
public enum Counter {
    /** Silences since something was understood. */
    SILENCE,
    /** Turns without meaning since something was understood. */
    NO_MATCH,
    /** Times that something was said again. */
    REPEAT,
    /** Times that the caller took a moment. */
    WAIT,
    /** Refusals in the whole conversation. */
    DENIAL,
    /** Numbers that cannot be. */
    INVALID_NUMBER,
    /** Numbers without customer. */
    UNKNOWN_NUMBER,
    /** Times that a right reading of a number was denied. */
    WRONG_READING,
    /** Answers to the present question that cannot be. */
    UNUSABLE,
    /** Wrong codes. */
    WRONG_CODE,
    /** Times that a code did not come. */
    NOT_RECEIVED,
    /** Wrong keys, and approvals that were not given. */
    WRONG_KEY,
    /** Times that an approval was looked for. */
    APPROVAL,
    /** Right answers to security questions. */
    RIGHT_ANSWER,
    /** Wrong answers to security questions. */
    WRONG_ANSWER
}
