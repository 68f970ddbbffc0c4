package io.vouchline.lookup.subject;

import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.lookup.AuthenticatorApi;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.account.Capacity;
import io.vouchline.lookup.account.HeldAccount;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.audit.ReadEntry;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.card.DebitCard;
import io.vouchline.lookup.customer.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is held about a customer (GDPR Article 15), and who read it when and for what.
 *
 * @param customer null if nothing is held any more
 * @param reads newest first, at most 10,000
 */
record SubjectExport(@Nullable Held customer, List<ReadEntry> reads) {

    @Override
    public String toString() {
        return "SubjectExport[...]";
    }

    /** What is held about a customer. */
    record Held(
            String id,
            String name,
            @Nullable LocalDate birthDate,
            List<Phone> phones,
            List<Mailbox> mailboxes,
            List<CreditCard> creditCards,
            @Nullable Transaction lastCardTransaction,
            List<Account> accounts,
            List<Authenticator> authenticators) {

        static Held of(String id, Person person, List<AuthenticatorApi.Authenticator> enrolled) {
            return new Held(
                    id,
                    person.name(),
                    person.birthDate(),
                    person.phones().stream()
                            .map(p -> new Phone(p.number(), p.verified(), p.changedAt()))
                            .toList(),
                    person.mailboxes().stream()
                            .map(m -> new Mailbox(m.address(), m.verified(), m.changedAt()))
                            .toList(),
                    person.creditCards(),
                    person.lastCardTransaction(),
                    person.accounts().stream().map(Account::of).toList(),
                    enrolled.stream().map(Authenticator::of).toList());
        }

        @Override
        public String toString() {
            return "Held[...]";
        }
    }

    /** A phone. */
    record Phone(PhoneNumber number, boolean verified, @Nullable Instant changedAt) {}

    /** A mailbox. */
    record Mailbox(String address, boolean verified, @Nullable Instant changedAt) {

        @Override
        public String toString() {
            return "Mailbox[...]";
        }
    }

    /** An account and the capacity in which it is held. */
    record Account(
            AccountNumber number,
            Capacity capacity,
            List<DebitCard> debitCards,
            List<CreditCard> creditCards,
            @Nullable Transaction lastTransaction) {

        static Account of(HeldAccount held) {
            return new Account(
                    held.details().number(),
                    held.capacity(),
                    held.details().debitCards(),
                    held.details().creditCards(),
                    held.details().lastTransaction());
        }
    }

    /** An authenticator: never its secret. */
    record Authenticator(UUID id, Instant createdAt, @Nullable Instant confirmedAt) {

        static Authenticator of(AuthenticatorApi.Authenticator enrolled) {
            return new Authenticator(enrolled.id(), enrolled.createdAt(), enrolled.confirmedAt());
        }
    }
}
