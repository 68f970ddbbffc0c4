package io.vouchline.gateway.conversation;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.gateway.conversation.Heard.Amount;
import io.vouchline.gateway.conversation.Heard.Digits;
import io.vouchline.gateway.conversation.Heard.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Security questions that one answer settles. */
final class AnswerDialogue implements Dialogue {

    static final AnswerDialogue INSTANCE = new AnswerDialogue();

    private static final int CARD_DIGITS = 4;

    private AnswerDialogue() {}

    @Override
    public @Nullable Step heard(State state, Heard heard) {
        return switch (heard) {
            case Digits(String digits) when state.asked() == Question.DEBIT_CARD ->
                    digits.length() == CARD_DIGITS
                            ? Answers.check(state, SecurityQuestion.DEBIT_CARD, digits)
                            : Answers.unusable(state, AnswerDialogue::cardAgain);
            case Amount amount when state.asked() == Question.AMOUNT ->
                    Answers.check(
                            state,
                            SecurityQuestion.TRANSACTION_AMOUNT,
                            amount.amount().toPlainString());
            case Mode(String word) when state.asked() == Question.PAYMENT_MODE ->
                    Answers.check(state, SecurityQuestion.PAYMENT_MODE, word);
            default -> null;
        };
    }

    private static Step cardAgain(State state) {
        return Steps.ask(
                state,
                List.of(Line.of(Prompt.DIGITS_INVALID, "length", CARD_DIGITS)),
                Question.DEBIT_CARD,
                Line.of(Prompt.DEBIT_CARD));
    }

    @Override
    public Step told(State state, Result result) {
        SecurityQuestion question =
                switch (state.asked()) {
                    case DEBIT_CARD -> SecurityQuestion.DEBIT_CARD;
                    case AMOUNT -> SecurityQuestion.TRANSACTION_AMOUNT;
                    case PAYMENT_MODE -> SecurityQuestion.PAYMENT_MODE;
                    case null, default -> throw Dialogue.unexpected(state, result);
                };
        return Answers.checked(state, question, result);
    }
}
