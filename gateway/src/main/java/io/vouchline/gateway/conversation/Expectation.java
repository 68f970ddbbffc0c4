package io.vouchline.gateway.conversation;

import io.vouchline.gateway.conversation.Question.Kind;

/**
 * What the platform is to collect next.
 *
 * @param minLength the fewest keys or characters
 * @param maxLength the most
 * @param finishKey the key that ends keypad input
 * @param timeoutSeconds how long the caller has to begin
 * @param sensitive whether it must not be recorded or logged
 */
public record Expectation(
        Kind kind,
        int minLength,
        int maxLength,
        String finishKey,
        int timeoutSeconds,
        boolean sensitive) {

    private static final String FINISH = "#";

    /** What is expected of an answer to this question. */
    public static Expectation of(Question question, Parameters parameters) {
        return switch (question) {
            case CODE -> digits(question, parameters.codeLength());
            case SECURITY_KEY -> digits(question, parameters.keyLength());
            case DEBIT_CARD -> digits(question, 4);
            case COUNTRY -> new Expectation(question.kind(), 1, 17, FINISH, 8, false);
            case NUMBER -> new Expectation(question.kind(), 4, 17, FINISH, 10, true);
            case BIRTH_DATE -> new Expectation(question.kind(), 1, 8, FINISH, 8, true);
            case EXPIRY -> new Expectation(question.kind(), 1, 6, FINISH, 8, true);
            case AMOUNT -> new Expectation(question.kind(), 1, 12, FINISH, 8, true);
            case BIRTH_MONTH, BIRTH_DAY, EXPIRY_MONTH ->
                    new Expectation(question.kind(), 1, 2, FINISH, 5, true);
            case BIRTH_YEAR, EXPIRY_YEAR -> new Expectation(question.kind(), 2, 4, FINISH, 5, true);
            case APPROVAL -> new Expectation(question.kind(), 1, 1, FINISH, 30, true);
            case CUSTOMER,
                    NUMBER_RIGHT,
                    CHANNEL,
                    BIRTH_DATE_RIGHT,
                    EXPIRY_RIGHT,
                    EXPIRY_CHANGE,
                    PAYMENT_MODE ->
                    new Expectation(question.kind(), 1, 1, FINISH, 5, question.isSensitive());
        };
    }

    private static Expectation digits(Question question, int length) {
        // A code may still be on its way, an app must be opened first.
        int timeout = question == Question.DEBIT_CARD ? 8 : 20;
        return new Expectation(question.kind(), length, length, FINISH, timeout, true);
    }
}
