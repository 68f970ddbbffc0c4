package io.vouchline.lookup.caller;

import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.lookup.LookupApi.Customer;
import io.vouchline.contract.lookup.LookupApi.CustomerMatch;
import io.vouchline.contract.lookup.LookupApi.Outcome;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.customer.Person;
import io.vouchline.lookup.customer.Person.Phone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** None, one or several: of several nothing is told but that they are several. */
final class Matches {

    private Matches() {}

    static CustomerMatch byNumber(List<Person> persons, PhoneNumber number) {
        return match(persons, number, null);
    }

    static CustomerMatch byAccount(List<Person> persons, AccountNumber account) {
        return match(persons, null, account);
    }

    private static CustomerMatch match(
            List<Person> persons, @Nullable PhoneNumber number, @Nullable AccountNumber account) {
        return switch (persons.size()) {
            case 0 -> new CustomerMatch(Outcome.NONE, null);
            case 1 -> new CustomerMatch(Outcome.SINGLE, told(persons.getFirst(), number, account));
            default -> new CustomerMatch(Outcome.MULTIPLE, null);
        };
    }

    private static Customer told(
            Person person, @Nullable PhoneNumber number, @Nullable AccountNumber account) {
        return new Customer(
                person.name(),
                number != null ? number : firstPhone(person),
                account != null ? account : onlyAccount(person));
    }

    private static @Nullable PhoneNumber firstPhone(Person person) {
        return person.phones().stream().map(Phone::number).findFirst().orElse(null);
    }

    private static @Nullable AccountNumber onlyAccount(Person person) {
        return person.accounts().size() == 1
                ? person.accounts().getFirst().details().number()
                : null;
    }
}
