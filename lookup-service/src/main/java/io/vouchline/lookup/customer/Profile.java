package io.vouchline.lookup.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.card.CreditCard;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed in a customer's row.
 *
 * @param id the institution's own durable id
 * @param birthDate null if not held
 * @param creditCards those that belong to no account
 * @param lastCardTransaction the last transaction with one of them; null if none is held
 */
@RegisterForReflection
public record Profile(
        String id,
        String name,
        @Nullable LocalDate birthDate,
        List<Phone> phones,
        List<Mailbox> mailboxes,
        List<CreditCard> creditCards,
        @Nullable Transaction lastCardTransaction) {

    /**
     * A registered phone.
     *
     * @param verified whether the institution has validated it: only then may a code go there
     */
    @RegisterForReflection
    public record Phone(PhoneNumber number, boolean verified) {}

    /**
     * A registered mailbox.
     *
     * @param verified whether the institution has validated it: only then may a code go there
     */
    @RegisterForReflection
    public record Mailbox(String address, boolean verified) {

        @Override
        public String toString() {
            return "Mailbox[...]";
        }
    }

    @Override
    public String toString() {
        return "Profile[...]";
    }
}
