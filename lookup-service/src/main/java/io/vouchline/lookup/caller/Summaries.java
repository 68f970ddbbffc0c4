package io.vouchline.lookup.caller;

import io.vouchline.contract.lookup.LookupApi.AccountSummary;
import io.vouchline.contract.lookup.LookupApi.CreditCardSummary;
import io.vouchline.lookup.account.HeldAccount;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.customer.Person;
import io.vouchline.lookup.customer.Person.Mailbox;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Accounts and cards summarized as the Dialogflow document defines it. An account counts once,
 * however many of the persons hold it, as owners or by power of attorney; its cards count with it.
 */
final class Summaries {

    private Summaries() {}

    /** Tells the last four digits only of a single account. */
    static AccountSummary accounts(List<Person> persons) {
        Collection<HeldAccount> accounts = distinct(persons);
        String lastFour =
                accounts.size() == 1
                        ? accounts.iterator().next().details().number().lastFour()
                        : null;
        return new AccountSummary(accounts.size(), lastFour, email(persons));
    }

    /** Tells the last four digits only of a single card. */
    static CreditCardSummary creditCards(List<Person> persons) {
        List<CreditCard> cards =
                Stream.concat(
                                persons.stream().flatMap(person -> person.creditCards().stream()),
                                distinct(persons).stream()
                                        .flatMap(a -> a.details().creditCards().stream()))
                        .toList();
        String lastFour = cards.size() == 1 ? cards.getFirst().lastFour() : null;
        return new CreditCardSummary(cards.size(), lastFour, email(persons));
    }

    /** Also one that was not validated: it is told, not written to. */
    private static @Nullable String email(List<Person> persons) {
        return SharedMailbox.of(persons, mailbox -> true).stream()
                .map(Mailbox::address)
                .findFirst()
                .orElse(null);
    }

    private static Collection<HeldAccount> distinct(List<Person> persons) {
        Map<UUID, HeldAccount> distinct = new LinkedHashMap<>();
        persons.stream()
                .flatMap(person -> person.accounts().stream())
                .forEach(account -> distinct.putIfAbsent(account.id(), account));
        return distinct.values();
    }
}
