package io.vouchline.lookup.intake;

import io.vouchline.lookup.account.AccountDetails;
import io.vouchline.lookup.account.Capacity;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.card.DebitCard;
import io.vouchline.lookup.customer.Profile;
import io.vouchline.lookup.intake.CustomerLine.AccountLine;
import io.vouchline.lookup.intake.CustomerLine.CreditCardLine;
import io.vouchline.lookup.intake.CustomerLine.TransactionLine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what an institution delivers into what is sealed. */
final class Profiles {

    private Profiles() {}

    static Profile profile(CustomerLine line) {
        return new Profile(
                line.id(),
                Objects.requireNonNull(line.name()),
                line.birthDate(),
                orNone(line.phones()).stream()
                        .map(phone -> new Profile.Phone(phone.number(), phone.verified()))
                        .toList(),
                orNone(line.mailboxes()).stream()
                        .map(box -> new Profile.Mailbox(box.address(), box.verified()))
                        .toList(),
                creditCards(line.creditCards()),
                transaction(line.lastCardTransaction()));
    }

    /** A person with power of attorney brings the number alone: the owner's line has the rest. */
    static AccountDetails details(AccountLine account) {
        if (account.capacity() == Capacity.ATTORNEY) {
            return new AccountDetails(account.number(), List.of(), List.of(), null);
        }
        return new AccountDetails(
                account.number(),
                orNone(account.debitCards()).stream()
                        .map(card -> new DebitCard(card.lastFour(), card.expiry(), card.primary()))
                        .toList(),
                creditCards(account.creditCards()),
                transaction(account.lastTransaction()));
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static List<CreditCard> creditCards(@Nullable List<CreditCardLine> lines) {
        return orNone(lines).stream()
                .map(card -> new CreditCard(card.lastFour(), card.expiry()))
                .toList();
    }

    private static @Nullable Transaction transaction(@Nullable TransactionLine line) {
        return line == null ? null : new Transaction(line.amount(), line.paymentMode(), line.at());
    }
}
