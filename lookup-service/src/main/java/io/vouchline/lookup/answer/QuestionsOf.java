package io.vouchline.lookup.answer;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.lookup.customer.Person;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The security questions that persons can be asked: those to which an answer is held. */
public final class QuestionsOf {

    private QuestionsOf() {}

    /** What any of these persons can be asked. */
    public static Set<SecurityQuestion> persons(List<Person> persons) {
        Set<SecurityQuestion> questions = EnumSet.noneOf(SecurityQuestion.class);
        persons.forEach(person -> add(questions, HeldAnswers.of(List.of(person))));
        return Collections.unmodifiableSet(questions);
    }

    private static void add(Set<SecurityQuestion> questions, HeldAnswers held) {
        for (SecurityQuestion question : SecurityQuestion.values()) {
            if (isHeld(question, held)) {
                boolean _ = questions.add(question);
            }
        }
    }

    private static boolean isHeld(SecurityQuestion question, HeldAnswers held) {
        return switch (question) {
            case DOB -> held.birthDate() != null;
            case DEBIT_CARD -> !held.debitCards().isEmpty();
            case CARD_EXPIRY -> !held.creditCardExpiries().isEmpty();
            case TRANSACTION_AMOUNT, PAYMENT_MODE -> !held.lastTransactions().isEmpty();
        };
    }
}
