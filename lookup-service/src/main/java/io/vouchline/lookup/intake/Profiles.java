package io.vouchline.lookup.intake;

import io.vouchline.lookup.account.AccountDetails;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.card.DebitCard;
import io.vouchline.lookup.customer.Profile;
import io.vouchline.lookup.customer.Profile.Mailbox;
import io.vouchline.lookup.customer.Profile.Phone;
import io.vouchline.lookup.intake.CustomerLine.AccountLine;
import io.vouchline.lookup.intake.CustomerLine.TransactionLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a line into what is sealed. */
final class Profiles {

    private Profiles() {}

    /**
     * The profile that a line describes. A phone or mailbox that was held before keeps the moment
     * it came in; a new one came in now.
     */
    static Profile from(CustomerLine line, @Nullable Profile before, Instant now) {
        return new Profile(
                line.name(),
                line.birthDate(),
                orNone(line.phones()).stream()
                        .map(
                                phone ->
                                        new Phone(
                                                phone.number(),
                                                phone.verified(),
                                                since(before, phone, now)))
                        .toList(),
                orNone(line.mailboxes()).stream()
                        .map(
                                box ->
                                        new Mailbox(
                                                box.address(),
                                                box.verified(),
                                                since(before, box, now)))
                        .toList(),
                orNone(line.creditCards()).stream()
                        .map(card -> new CreditCard(card.lastFour(), card.expiry()))
                        .toList(),
                transaction(line.lastCardTransaction()));
    }

    static AccountDetails details(AccountLine account) {
        return new AccountDetails(
                account.number(),
                orNone(account.debitCards()).stream()
                        .map(c -> new DebitCard(c.lastFour(), c.expiry(), c.primary()))
                        .toList(),
                transaction(account.lastTransaction()));
    }

    private static Instant since(
            @Nullable Profile before, CustomerLine.PhoneLine phone, Instant now) {
        return before == null
                ? now
                : before.phones().stream()
                        .filter(held -> held.number().equals(phone.number()))
                        .map(Phone::changedAt)
                        .findFirst()
                        .orElse(now);
    }

    private static Instant since(
            @Nullable Profile before, CustomerLine.MailboxLine box, Instant now) {
        String address = box.address().toLowerCase(Locale.ROOT);
        return before == null
                ? now
                : before.mailboxes().stream()
                        .filter(held -> held.address().toLowerCase(Locale.ROOT).equals(address))
                        .map(Mailbox::changedAt)
                        .findFirst()
                        .orElse(now);
    }

    private static @Nullable Transaction transaction(@Nullable TransactionLine line) {
        return line == null ? null : new Transaction(line.amount(), line.paymentMode(), line.at());
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
