package io.vouchline.lookup.caller;

import io.vouchline.lookup.customer.Person;
import io.vouchline.lookup.customer.Person.Mailbox;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The mailbox that all persons behind a number have, in whatever letter case. */
final class SharedMailbox {

    private SharedMailbox() {}

    /**
     * Each person's first mailbox of those that count; empty unless it is the same one for all of
     * them.
     */
    static List<Mailbox> of(List<Person> persons, Predicate<Mailbox> counts) {
        List<Mailbox> first =
                persons.stream()
                        .map(person -> person.mailboxes().stream().filter(counts).findFirst())
                        .flatMap(Optional::stream)
                        .toList();
        long distinct =
                first.stream()
                        .map(mailbox -> mailbox.address().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count();
        return first.size() == persons.size() && distinct == 1 ? first : List.of();
    }
}
