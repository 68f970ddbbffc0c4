package io.vouchline.lookup.answer;

import io.vouchline.contract.lookup.LookupApi.SecurityAnswers;
import io.vouchline.lookup.account.HeldAccount;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.card.DebitCard;
import io.vouchline.lookup.customer.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The answers to the security questions, in the formats of the Dialogflow document. */
public final class AnswersOf {

    private static final DateTimeFormatter MONTH_YEAR = DateTimeFormatter.ofPattern("MMuuuu");
    private static final SecurityAnswers NOTHING =
            new SecurityAnswers(null, null, null, null, List.of());

    private AnswersOf() {}

    /** The answers of exactly one person; of nobody and of several they are nothing. */
    public static SecurityAnswers persons(List<Person> persons) {
        return persons.size() == 1 ? person(persons.getFirst()) : NOTHING;
    }

    private static SecurityAnswers person(Person person) {
        Optional<Transaction> last = lastTransaction(person);
        return new SecurityAnswers(
                last.map(transaction -> amount(transaction.amount())).orElse(null),
                last.map(transaction -> transaction.mode().word()).orElse(null),
                primaryDebitCard(person).map(DebitCard::lastFour).orElse(null),
                Optional.ofNullable(person.birthDate()).map(Object::toString).orElse(null),
                creditCards(person)
                        .map(CreditCard::expiry)
                        .distinct()
                        .sorted()
                        .map(MONTH_YEAR::format)
                        .toList());
    }

    private static Optional<Transaction> lastTransaction(Person person) {
        Stream<Transaction> ofAccounts =
                person.accounts().stream()
                        .map(HeldAccount::details)
                        .flatMap(details -> Stream.ofNullable(details.lastTransaction()));
        return Stream.concat(ofAccounts, Stream.ofNullable(person.lastCardTransaction()))
                .max(Comparator.comparing(Transaction::at));
    }

    private static Stream<CreditCard> creditCards(Person person) {
        return Stream.concat(
                person.creditCards().stream(),
                person.accounts().stream()
                        .flatMap(account -> account.details().creditCards().stream()));
    }

    private static Optional<DebitCard> primaryDebitCard(Person person) {
        List<DebitCard> cards =
                person.accounts().stream()
                        .flatMap(account -> account.details().debitCards().stream())
                        .toList();
        return cards.stream()
                .filter(DebitCard::primary)
                .findFirst()
                .or(() -> cards.stream().findFirst());
    }

    /** "100.30" keeps its zero; more than two decimals are kept too, never rounded. */
    private static String amount(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
