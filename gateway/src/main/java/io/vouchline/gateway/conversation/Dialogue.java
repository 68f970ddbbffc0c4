package io.vouchline.gateway.conversation;

import org.jspecify.annotations.Nullable;

/** A part of the conversation: some questions that belong together. */
interface Dialogue {

    /** Where an answer leads; null if it is none to the question that was asked. */
    @Nullable Step heard(State state, Heard heard);

    /** Where a result leads that an answer of this part made somebody find out. */
    Step told(State state, Result result);

    /** Where a refusal leads that is put up with. */
    default Step denied(State state) {
        return Steps.again(state, Line.of(Prompt.DENIED));
    }

    /** The part that a question belongs to. */
    static Dialogue of(@Nullable Question question) {
        return switch (question) {
            case null -> CallerDialogue.INSTANCE;
            case CUSTOMER -> CallerDialogue.INSTANCE;
            case COUNTRY, NUMBER, NUMBER_RIGHT -> NumberDialogue.INSTANCE;
            case CHANNEL, CODE -> CodeDialogue.INSTANCE;
            case BIRTH_DATE, BIRTH_MONTH, BIRTH_DAY, BIRTH_YEAR, BIRTH_DATE_RIGHT ->
                    BirthDateDialogue.INSTANCE;
            case EXPIRY, EXPIRY_MONTH, EXPIRY_YEAR, EXPIRY_RIGHT, EXPIRY_CHANGE ->
                    ExpiryDialogue.INSTANCE;
            case DEBIT_CARD, AMOUNT, PAYMENT_MODE -> AnswerDialogue.INSTANCE;
            case SECURITY_KEY, APPROVAL -> KeyDialogue.INSTANCE;
        };
    }

    /** What no errand of this part comes to. */
    static IllegalStateException unexpected(State state, Result result) {
        return new IllegalStateException(
                result.getClass().getSimpleName() + " does not answer " + state.asked());
    }
}
