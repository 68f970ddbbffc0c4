package io.vouchline.lookup.customer;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.account.HeldAccount;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.card.CreditCard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with everything that is held about them, opened.
 *
 * @param key stands for the person wherever no personal value may stand
 * @param birthDate null if not held
 * @param creditCards those that belong to no account
 * @param lastCardTransaction the last transaction with one of them; null if none is held
 * @param accounts own ones and those held by power of attorney
 */
public record Person(
        UUID key,
        String name,
        @Nullable LocalDate birthDate,
        List<Phone> phones,
        List<Mailbox> mailboxes,
        List<CreditCard> creditCards,
        @Nullable Transaction lastCardTransaction,
        List<HeldAccount> accounts) {

    /** Names the person for good to whoever asks. */
    public String subject() {
        return key.toString();
    }

    /**
     * Those of these persons who are meant.
     *
     * @param subject null for all of them
     */
    public static List<Person> meant(List<Person> persons, @Nullable String subject) {
        return subject == null
                ? persons
                : persons.stream().filter(person -> person.subject().equals(subject)).toList();
    }

    /**
     * A registered phone.
     *
     * @param verified whether the institution has validated it: only then may a code go there
     * @param changedAt when it took the place of another one, or was added; null if it was there
     *     from the first
     */
    public record Phone(PhoneNumber number, boolean verified, @Nullable Instant changedAt) {}

    /**
     * A registered mailbox.
     *
     * @param verified whether the institution has validated it: only then may a code go there
     * @param changedAt when it took the place of another one, or was added; null if it was there
     *     from the first
     */
    public record Mailbox(String address, boolean verified, @Nullable Instant changedAt) {

        @Override
        public String toString() {
            return "Mailbox[...]";
        }
    }

    @Override
    public String toString() {
        return "Person[" + key + "]";
    }
}
