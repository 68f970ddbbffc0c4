package io.vouchline.gateway.conversation;

/** What a caller can be asked. */
public enum Question {
    /** Whether the caller is a customer, or has power of attorney. */
    CUSTOMER(Kind.YESNO),
    /** The country of the number; the whole number may be told. */
    COUNTRY(Kind.COUNTRY),
    /** The number; its country is known. */
    NUMBER(Kind.PHONE),
    /** Whether the number was understood. */
    NUMBER_RIGHT(Kind.YESNO),
    /** By which way the code is to go. */
    CHANNEL(Kind.CHOICE),
    /** The code that was sent. */
    CODE(Kind.DIGITS),
    /** The date of birth, whole or in part. */
    BIRTH_DATE(Kind.DATE),
    BIRTH_MONTH(Kind.DATE),
    BIRTH_DAY(Kind.DATE),
    BIRTH_YEAR(Kind.DATE),
    /** Whether the date was understood. */
    BIRTH_DATE_RIGHT(Kind.YESNO),
    /** The last four digits of the debit card. */
    DEBIT_CARD(Kind.DIGITS),
    /** Month and year up to which the credit card is valid. */
    EXPIRY(Kind.EXPIRY),
    EXPIRY_MONTH(Kind.EXPIRY),
    EXPIRY_YEAR(Kind.EXPIRY),
    /** Whether they were understood. */
    EXPIRY_RIGHT(Kind.YESNO),
    /** What of them is wrong: the whole, the month or the year. */
    EXPIRY_CHANGE(Kind.CHOICE),
    /** The amount of the last transaction. */
    AMOUNT(Kind.AMOUNT),
    /** How it was paid. */
    PAYMENT_MODE(Kind.CHOICE),
    /** What the authenticator app shows. */
    SECURITY_KEY(Kind.DIGITS),
    /** Whether the caller has approved in the institution's app. */
    APPROVAL(Kind.READY);

    private final Kind kind;

    Question(Kind kind) {
        this.kind = kind;
    }

    /** What kind of answer is wanted. */
    public Kind kind() {
        return kind;
    }

    /** Whether the answer is nobody else's business: not to be recorded or logged. */
    public boolean isSensitive() {
        return kind != Kind.YESNO && this != CHANNEL && this != EXPIRY_CHANGE && this != COUNTRY;
    }

    /** The kinds of answers. */
    public enum Kind {
        YESNO,
        COUNTRY,
        PHONE,
        CHOICE,
        DIGITS,
        DATE,
        EXPIRY,
        AMOUNT,
        /** That the caller is ready. */
        READY
    }
}
