package io.vouchline.gateway.conversation;

import java.util.Locale;

/** Everything that is said to callers. The words are in the language's file, under {@link #key}. */
public enum Prompt {
    CUSTOMER,
    NUMBER_NEEDED,
    COUNTRY,
    NUMBER,
    NUMBER_RIGHT,
    NUMBER_DONE,
    NUMBER_INVALID,
    NUMBER_UNKNOWN,
    CODE_NEEDED,
    CHANNEL,
    CODE_SENT_PHONE,
    CODE_SENT_EMAIL,
    CODE,
    CODE_WRONG,
    CODE_AGAIN,
    ANSWERS_NEEDED,
    BIRTH_DATE,
    BIRTH_MONTH,
    BIRTH_DAY,
    BIRTH_YEAR,
    BIRTH_DATE_RIGHT,
    BIRTH_DATE_DONE,
    BIRTH_DATE_INVALID,
    BIRTH_DATE_FUTURE,
    DEBIT_CARD,
    DIGITS_INVALID,
    EXPIRY,
    EXPIRY_MONTH,
    EXPIRY_YEAR,
    EXPIRY_RIGHT,
    EXPIRY_CHANGE,
    EXPIRY_DONE,
    EXPIRY_INVALID,
    AMOUNT,
    PAYMENT_MODE,
    SECURITY_KEY,
    SECURITY_KEY_HOW,
    SECURITY_KEY_OR_APP,
    KEY_WRONG,
    KEY_AGAIN,
    APPROVAL,
    APPROVAL_PENDING,
    APPROVAL_FAILED,
    DENIED,
    SILENCE_FIRST,
    SILENCE_SECOND,
    NO_MATCH_FIRST,
    NO_MATCH_SECOND,
    WAITING,
    DONE,
    FAILED,
    TRANSFER;

    /** Under which it stands in a language's file, such as {@code prompt.code_sent_phone}. */
    public String key() {
        return "prompt." + name().toLowerCase(Locale.ROOT);
    }
}
