package io.vouchline.lookup.intake;

import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.account.Capacity;
import io.vouchline.lookup.account.PaymentMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One customer as an institution delivers it: one JSON object a line.
 *
 * @param id the institution's own durable id: the line replaces what was held under it
 * @param deleted whether the customer is to be removed; the line then holds the id alone
 * @param name must be there unless deleted
 * @param creditCards those that belong to no account
 * @param accounts the accounts held; with power of attorney only number and capacity are given, the
 *     owner's line brings the rest
 */
record CustomerLine(
        @NotBlank @Size(max = 128) String id,
        @Nullable Boolean deleted,
        @Nullable @Size(max = 200) String name,
        @Nullable @PastOrPresent LocalDate birthDate,
        @Nullable @Size(max = 20) List<@NotNull @Valid PhoneLine> phones,
        @Nullable @Size(max = 20) List<@NotNull @Valid MailboxLine> mailboxes,
        @Nullable @Size(max = 200) List<@NotNull @Valid AccountLine> accounts,
        @Nullable @Size(max = 50) List<@NotNull @Valid CreditCardLine> creditCards,
        @Nullable @Valid TransactionLine lastCardTransaction) {

    /**
     * A phone in E.164 form.
     *
     * @param changedAt when it took the place of another one, if the institution knows
     */
    record PhoneLine(
            @NotNull PhoneNumber number,
            @NotNull Boolean verified,
            @Nullable @PastOrPresent Instant changedAt) {}

    /**
     * A mailbox.
     *
     * @param changedAt when it took the place of another one, if the institution knows
     */
    record MailboxLine(
            @NotNull @Email @Size(max = 254) String address,
            @NotNull Boolean verified,
            @Nullable @PastOrPresent Instant changedAt) {

        @Override
        public String toString() {
            return "MailboxLine[...]";
        }
    }

    /** An account and the capacity in which the customer holds it. */
    record AccountLine(
            @NotNull AccountNumber number,
            @NotNull Capacity capacity,
            @Nullable @Size(max = 20) List<@NotNull @Valid DebitCardLine> debitCards,
            @Nullable @Size(max = 20) List<@NotNull @Valid CreditCardLine> creditCards,
            @Nullable @Valid TransactionLine lastTransaction) {}

    /** A debit card. */
    record DebitCardLine(
            @NotNull @Pattern(regexp = "[0-9]{4}") String lastFour,
            @NotNull YearMonth expiry,
            @NotNull Boolean primary) {}

    /** A credit card. */
    record CreditCardLine(
            @NotNull @Pattern(regexp = "[0-9]{4}") String lastFour, @NotNull YearMonth expiry) {}

    /** A last transaction. */
    record TransactionLine(
            @NotNull @PositiveOrZero @Digits(integer = 15, fraction = 4) BigDecimal amount,
            @NotNull PaymentMode paymentMode,
            @NotNull @PastOrPresent LocalDate at) {}

    /** Whether the customer is to be removed. */
    boolean isGone() {
        return Boolean.TRUE.equals(deleted);
    }

    @Override
    public String toString() {
        return "CustomerLine[...]";
    }
}
