package io.vouchline.lookup.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.customer.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;

/** Compares a caller's answer with what is held. */
public final class AnswerChecks {

    private AnswerChecks() {}

    /**
     * Whether the answer is right; of nobody and of several persons none is. What cannot be read is
     * wrong, whatever it is: nothing makes this throw.
     */
    public static boolean isCorrect(
            List<Person> persons, SecurityQuestion question, JsonNode answer) {
        return isCorrect(HeldAnswers.of(persons), question, Spoken.of(answer));
    }

    private static boolean isCorrect(HeldAnswers held, SecurityQuestion question, Spoken spoken) {
        return switch (question) {
            case DOB ->
                    SpokenDate.candidates(spoken).anyMatch(date -> date.equals(held.birthDate()));
            case DEBIT_CARD ->
                    SpokenLastFour.candidates(spoken).anyMatch(held.debitCards()::contains);
            case CARD_EXPIRY ->
                    SpokenMonth.candidates(spoken).anyMatch(held.creditCardExpiries()::contains);
            case TRANSACTION_AMOUNT ->
                    SpokenAmount.candidates(spoken)
                            .anyMatch(said -> isOneOf(held, last -> names(said, last.amount())));
            case PAYMENT_MODE ->
                    SpokenMode.candidates(spoken)
                            .anyMatch(said -> isOneOf(held, last -> last.mode() == said));
        };
    }

    private static boolean isOneOf(HeldAnswers held, Predicate<Transaction> meant) {
        return held.lastTransactions().stream().anyMatch(meant);
    }

    /** Callers are asked to say 100 for $100.30: the whole part, never a rounded amount. */
    private static boolean names(BigDecimal said, BigDecimal amount) {
        BigDecimal whole = amount.setScale(0, RoundingMode.DOWN);
        return said.compareTo(amount) == 0 || said.compareTo(whole) == 0;
    }
}
