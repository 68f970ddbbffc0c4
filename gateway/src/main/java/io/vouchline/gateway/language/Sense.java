package io.vouchline.gateway.language;

import java.util.Locale;

/**
 * What a phrase can stand for. A language's file lists the phrases under {@link #key}; what they
 * come to depends on the question.
 */
public enum Sense {
    YES,
    NO,
    /** Turns the next yes into a no: "not right". */
    NOT,
    /** Being a customer, or having power of attorney. */
    CLAIM,
    REFUSAL,
    /** The code has not come. */
    NOT_RECEIVED,
    /** "I didn't get it": the code, or what was said. */
    MISSED,
    AGENT,
    REPEAT,
    WAIT,
    READY,
    /** Not done yet, where something was to be done. */
    NOT_YET,
    APP,
    /** Not knowing: no refusal, and no denial. */
    UNSURE,
    /** Not having what is asked for: no refusal either. */
    LACKING,
    /** What changes an amount in a way that is not reckoned: "half", "percent", "minus". */
    CHANGED,
    WAY_PHONE,
    WAY_EMAIL,
    MODE_MOBILE,
    MODE_UPI,
    MODE_ONLINE,
    MODE_DEBIT,
    MODE_CREDIT,
    MODE_ACCOUNT,
    PART_WHOLE,
    PART_MONTH,
    PART_YEAR,
    /** Words around an answer, such as "the code is". */
    FILLER;

    String key() {
        return "say." + name().toLowerCase(Locale.ROOT);
    }
}
