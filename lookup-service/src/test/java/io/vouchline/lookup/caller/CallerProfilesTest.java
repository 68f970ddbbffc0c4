package io.vouchline.lookup.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vouchline.contract.lookup.AccountNumber;
import io.vouchline.contract.lookup.LookupApi.CallerProfile;
import io.vouchline.contract.lookup.LookupApi.CallerQuestion;
import io.vouchline.contract.lookup.LookupApi.RegisteredChannels;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.contract.lookup.LookupApi.Standing;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.account.AccountDetails;
import io.vouchline.lookup.account.Capacity;
import io.vouchline.lookup.account.HeldAccount;
import io.vouchline.lookup.account.PaymentMode;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.card.DebitCard;
import io.vouchline.lookup.customer.Person;
import io.vouchline.lookup.customer.Person.Mailbox;
import io.vouchline.lookup.customer.Person.Phone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerProfilesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final PhoneNumber NUMBER = PhoneNumber.ofE164("+16502530000");
    private static final LocalDate MAY = LocalDate.of(1970, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(1971, 6, 2);
    private static final YearMonth MONTH = YearMonth.of(2030, 1);
    private static final Transaction PAID =
            new Transaction(new BigDecimal("100.30"), PaymentMode.DEBIT, LocalDate.of(2026, 5, 2));
    private static final CallerProfile NOBODY =
            new CallerProfile(
                    0,
                    0,
                    0,
                    null,
                    Set.of(),
                    new RegisteredChannels(Standing.NONE, Standing.NONE, null));

    /** Owns account 1 with a debit card and a transaction, and has a mailbox. */
    private static final Person ALICE =
            person(1, MAY, "alice@example.com", List.of(), account(1, true));

    /** Shares account 1, has a credit card, and no mailbox. */
    private static final Person BOB =
            person(
                    2,
                    JUNE,
                    null,
                    List.of(new CreditCard("4242", MONTH)),
                    account(1, true),
                    account(2, false));

    @Test
    void onePersonIsToldWithWhatTheyCanBeAsked() {
        assertEquals(
                new CallerProfile(
                        1,
                        1,
                        0,
                        new UUID(0, 1).toString(),
                        EnumSet.of(
                                SecurityQuestion.DOB,
                                SecurityQuestion.DEBIT_CARD,
                                SecurityQuestion.TRANSACTION_AMOUNT,
                                SecurityQuestion.PAYMENT_MODE),
                        new RegisteredChannels(Standing.OPEN, Standing.OPEN, "alice@example.com")),
                of(List.of(ALICE), null));
    }

    @Test
    void ofSeveralPersonsEachAccountCountsOnceAndAnyOfTheirAnswersCanBeAskedFor() {
        CallerProfile both = of(List.of(ALICE, BOB), null);
        assertEquals(2, both.persons());
        assertEquals(2, both.accounts());
        assertEquals(1, both.creditCards());
        assertNull(both.subject());
        assertEquals(EnumSet.allOf(SecurityQuestion.class), both.questions());
        assertEquals(Standing.NONE, both.channels().mailbox());
    }

    @Test
    void aDateOfBirthPicksThePersonWhoWasBornThen() {
        assertEquals(of(List.of(ALICE), null), of(List.of(ALICE, BOB), MAY));
        CallerProfile bob = of(List.of(ALICE, BOB), JUNE);
        assertEquals(new UUID(0, 2).toString(), bob.subject());
        assertFalse(bob.questions().isEmpty());
        assertNotEquals(of(List.of(ALICE), null), bob);
        assertEquals(of(List.of(ALICE), null), of(List.of(ALICE), MAY));
    }

    @Test
    void aDateThatIsNobodysOrSeveralPersonsLooksLikeNobody() {
        Person twin = person(3, MAY, "alice@example.com", List.of(), account(3, true));
        Person ageless = person(4, null, "alice@example.com", List.of());
        assertEquals(NOBODY, of(List.of(), null));
        assertEquals(NOBODY, of(List.of(), MAY));
        assertEquals(NOBODY, of(List.of(ALICE), JUNE));
        assertEquals(NOBODY, of(List.of(ALICE, twin), MAY));
        assertEquals(NOBODY, of(List.of(ageless), MAY));
    }

    @Test
    void whoHasNoAnswersCanBeAskedNothing() {
        Person nothing = person(5, null, null, List.of());
        assertEquals(Set.of(), of(List.of(nothing), null).questions());
    }

    private static CallerProfile of(List<Person> persons, @Nullable LocalDate birthDate) {
        return CallerProfiles.of(persons, new CallerQuestion(NUMBER, 86_400, birthDate), NOW);
    }

    private static Person person(
            long key,
            @Nullable LocalDate birthDate,
            @Nullable String mailbox,
            List<CreditCard> cards,
            HeldAccount... accounts) {
        return new Person(
                new UUID(0, key),
                "A Name",
                birthDate,
                List.of(new Phone(NUMBER, true, null)),
                mailbox == null ? List.of() : List.of(new Mailbox(mailbox, true, null)),
                cards,
                null,
                List.of(accounts));
    }

    private static HeldAccount account(long id, boolean used) {
        return new HeldAccount(
                new UUID(1, id),
                Capacity.SELF,
                new AccountDetails(
                        new AccountNumber("000000000" + id),
                        used ? List.of(new DebitCard("1234", MONTH, true)) : List.of(),
                        List.of(),
                        used ? PAID : null));
    }
}
