package io.vouchline.lookup.caller;

import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.lookup.LookupApi.Standing;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.customer.Person;
import io.vouchline.lookup.customer.Person.Mailbox;
import io.vouchline.lookup.customer.Person.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a code may go: only to what the institution has validated, and not to what was changed a
 * short time ago. With several persons behind a number the latest change among those who have the
 * contact validated decides.
 */
final class Channels {

    private Channels() {}

    static RegisteredChannels of(
            List<Person> persons, PhoneNumber number, Duration hold, Instant now) {
        Instant since = now.minus(hold);
        Standing phone = phone(persons, number, since);
        List<Mailbox> mailboxes = SharedMailbox.of(persons, Mailbox::verified);
        Standing mailbox = mailbox(mailboxes, since);
        return new RegisteredChannels(
                phone, mailbox, mailbox == Standing.OPEN ? mailboxes.getFirst().address() : null);
    }

    private static Standing phone(List<Person> persons, PhoneNumber number, Instant since) {
        List<Phone> validated =
                persons.stream()
                        .flatMap(person -> person.phones().stream())
                        .filter(phone -> phone.verified() && phone.number().equals(number))
                        .toList();
        if (validated.isEmpty()) {
            return Standing.NONE;
        }
        return standing(validated.stream().anyMatch(phone -> isAfter(phone.changedAt(), since)));
    }

    private static Standing mailbox(List<Mailbox> shared, Instant since) {
        return shared.isEmpty()
                ? Standing.NONE
                : standing(shared.stream().anyMatch(box -> isAfter(box.changedAt(), since)));
    }

    private static Standing standing(boolean recentlyChanged) {
        return recentlyChanged ? Standing.RECENTLY_CHANGED : Standing.OPEN;
    }

    private static boolean isAfter(@Nullable Instant changed, Instant since) {
        return changed != null && changed.isAfter(since);
    }
}
