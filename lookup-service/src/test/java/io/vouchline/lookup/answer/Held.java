package io.vouchline.lookup.answer;

import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.lookup.account.AccountDetails;
import io.vouchline.lookup.account.Capacity;
import io.vouchline.lookup.account.HeldAccount;
import io.vouchline.lookup.account.PaymentMode;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.card.DebitCard;
import io.vouchline.lookup.customer.Person;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Persons of whom answers are held. */
final class Held {

    static final LocalDate DAY = LocalDate.of(2026, 5, 2);

    private Held() {}

    /** The person of the tables of cases. */
    static Person inTheTables() {
        return person(
                LocalDate.of(1995, 2, 3),
                List.of(credit(2027, 1)),
                transaction("0.30", PaymentMode.ONLINE, DAY),
                account(
                        Capacity.SELF,
                        List.of(debit("1234", false), debit("0012", false)),
                        List.of(credit(2028, 12)),
                        transaction("100.30", PaymentMode.DEBIT, DAY)),
                account(
                        Capacity.ATTORNEY,
                        List.of(debit("5678", true)),
                        List.of(),
                        transaction("1234.50", PaymentMode.UPI, DAY)),
                account(
                        Capacity.SELF,
                        List.of(),
                        List.of(),
                        transaction("55.55", PaymentMode.MOBILE, DAY.minusDays(1))));
    }

    /** A person of whom nothing is held. */
    static Person nothing() {
        return person(null, List.of(), null);
    }

    static Person bornOn(String date) {
        return person(LocalDate.parse(date), List.of(), null);
    }

    static Person whoPaid(Transaction last) {
        return person(null, List.of(), last);
    }

    static Person person(
            @Nullable LocalDate birthDate,
            List<CreditCard> creditCards,
            @Nullable Transaction lastCardTransaction,
            HeldAccount... accounts) {
        return new Person(
                new UUID(0, 1),
                "Jane Doe",
                birthDate,
                List.of(),
                List.of(),
                creditCards,
                lastCardTransaction,
                List.of(accounts));
    }

    static HeldAccount account(
            Capacity capacity,
            List<DebitCard> debitCards,
            List<CreditCard> creditCards,
            @Nullable Transaction last) {
        AccountNumber number = new AccountNumber("1234567890");
        return new HeldAccount(
                new UUID(0, 2),
                capacity,
                new AccountDetails(number, debitCards, creditCards, last));
    }

    static DebitCard debit(String lastFour, boolean primary) {
        return new DebitCard(lastFour, YearMonth.of(2029, 1), primary);
    }

    static CreditCard credit(int year, int month) {
        return new CreditCard("4242", YearMonth.of(year, month));
    }

    static Transaction transaction(String amount, PaymentMode mode, LocalDate day) {
        return new Transaction(new BigDecimal(amount), mode, day);
    }
}
