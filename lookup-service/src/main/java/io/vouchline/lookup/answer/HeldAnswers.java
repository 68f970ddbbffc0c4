package io.vouchline.lookup.answer;

import io.vouchline.lookup.account.AccountDetails;
import io.vouchline.lookup.account.HeldAccount;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.card.DebitCard;
import io.vouchline.lookup.customer.Person;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What answers the security questions about exactly one person. Revealing and checking both start
 * here, so that neither knows an answer the other does not.
 *
 * @param birthDate null if not held
 * @param debitCards the last four digits of each, primary cards first
 * @param creditCardExpiries each once, the earliest first
 * @param lastTransactions those of the latest day: which of them came last is not held
 */
record HeldAnswers(
        @Nullable LocalDate birthDate,
        List<String> debitCards,
        List<YearMonth> creditCardExpiries,
        List<Transaction> lastTransactions) {

    private static final HeldAnswers NONE = new HeldAnswers(null, List.of(), List.of(), List.of());

    /** What is held of exactly one person; of nobody and of several it is nothing. */
    static HeldAnswers of(List<Person> persons) {
        return persons.size() == 1 ? of(persons.getFirst()) : NONE;
    }

    private static HeldAnswers of(Person person) {
        return new HeldAnswers(
                person.birthDate(),
                debitCards(person),
                creditCardExpiries(person),
                lastTransactions(person));
    }

    private static List<String> debitCards(Person person) {
        return accounts(person)
                .flatMap(account -> account.debitCards().stream())
                .sorted(Comparator.comparing(DebitCard::primary, Comparator.reverseOrder()))
                .map(DebitCard::lastFour)
                .toList();
    }

    private static List<YearMonth> creditCardExpiries(Person person) {
        Stream<CreditCard> ofAccounts =
                accounts(person).flatMap(account -> account.creditCards().stream());
        return Stream.concat(person.creditCards().stream(), ofAccounts)
                .map(CreditCard::expiry)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Transaction> lastTransactions(Person person) {
        List<Transaction> all = transactions(person);
        return all.stream()
                .map(Transaction::at)
                .max(Comparator.naturalOrder())
                .map(latest -> all.stream().filter(one -> one.at().equals(latest)).toList())
                .orElse(List.of());
    }

    private static List<Transaction> transactions(Person person) {
        Stream<Transaction> ofAccounts =
                accounts(person).flatMap(account -> Stream.ofNullable(account.lastTransaction()));
        return Stream.concat(ofAccounts, Stream.ofNullable(person.lastCardTransaction())).toList();
    }

    private static Stream<AccountDetails> accounts(Person person) {
        return person.accounts().stream().map(HeldAccount::details);
    }

    @Override
    public String toString() {
        return "HeldAnswers[...]";
    }
}
