package io.vouchline.lookup.answer;

import io.vouchline.contract.lookup.LookupApi.SecurityAnswers;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.customer.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The answers to the security questions, in the formats of the Dialogflow document. */
public final class AnswersOf {

    private static final DateTimeFormatter MONTH_YEAR = DateTimeFormatter.ofPattern("MMuuuu");

    private AnswersOf() {}

    /** The answers of exactly one person; of nobody and of several they are nothing. */
    public static SecurityAnswers persons(List<Person> persons) {
        HeldAnswers held = HeldAnswers.of(persons);
        // One transaction for both: its amount and another's mode would be nobody's answers.
        Optional<Transaction> last = held.lastTransactions().stream().findFirst();
        return new SecurityAnswers(
                last.map(transaction -> amount(transaction.amount())).orElse(null),
                last.map(transaction -> transaction.mode().word()).orElse(null),
                held.debitCards().stream().findFirst().orElse(null),
                Optional.ofNullable(held.birthDate()).map(LocalDate::toString).orElse(null),
                held.creditCardExpiries().stream().map(MONTH_YEAR::format).toList());
    }

    /** "100.30" keeps its zero; more than two decimals are kept too, never rounded. */
    private static String amount(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
