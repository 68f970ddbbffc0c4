package io.vouchline.lookup.audit;

/** What a customer's data was read for. */
public enum Purpose {
    /** How many accounts there are. */
    ACCOUNT_SUMMARY,
    /** How many credit cards there are. */
    CREDIT_CARD_SUMMARY,
    /** The answers to the security questions, given to the platform. */
    ANSWERS_REVEALED,
    /** One security answer, compared here. */
    ANSWER_CHECK,
    /** Where a code may go. */
    CHANNELS,
    /** What a caller can be asked, and where a code may go. */
    CALLER_PROFILE,
    /** Who the customer is, by number. */
    CUSTOMER_BY_NUMBER,
    /** Who the customer is, by account. */
    CUSTOMER_BY_ACCOUNT,
    /** The sealed authenticators. */
    AUTHENTICATORS,
    /** A change of contacts that the old ones are told of. */
    CONTACT_CHANGE,
    /** All that is held, for the customer. */
    EXPORT,
    /** The end of all that is held. */
    ERASURE
}
