package io.vouchline.lookup.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import io.vouchline.contract.lookup.LookupApi.SecurityAnswers;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.lookup.account.Capacity;
import io.vouchline.lookup.account.PaymentMode;
import io.vouchline.lookup.account.Transaction;
import io.vouchline.lookup.card.CreditCard;
import io.vouchline.lookup.card.DebitCard;
import io.vouchline.lookup.customer.Person;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersOfTest {

    private static final List<PaymentMode> MODES = List.of(PaymentMode.values());
    private static final SecurityAnswers NOTHING =
            new SecurityAnswers(null, null, null, null, List.of());

    @Test
    void theAnswersOfOnePersonAreInTheFormatsOfTheDocument() {
        assertEquals(
                new SecurityAnswers(
                        "100.30", "debit", "5678", "1995-02-03", List.of("012027", "122028")),
                AnswersOf.persons(List.of(Held.inTheTables())));
    }

    @Test
    void ofNobodyOfSeveralAndOfAnUnknownLifeNothingIsRevealed() {
        Person person = Held.inTheTables();
        assertEquals(NOTHING, AnswersOf.persons(List.of()));
        assertEquals(NOTHING, AnswersOf.persons(List.of(person, person)));
        assertEquals(NOTHING, AnswersOf.persons(List.of(Held.nothing())));
    }

    @ParameterizedTest
    @CsvSource({"100.30, 100.30", "100.3, 100.30", "100, 100.00", "1E+2, 100.00", "0.3001, 0.3001"})
    void anAmountHasTwoDecimalsOrMore(String held, String revealed) {
        Person person = Held.whoPaid(Held.transaction(held, PaymentMode.UPI, Held.DAY));
        assertEquals(revealed, AnswersOf.persons(List.of(person)).lastTransactionAmount());
    }

    @Test
    void theFirstDebitCardStandsInForAPrimaryOneThatIsMissing() {
        assertEquals("1111", debitCardOf(Held.debit("1111", false), Held.debit("2222", false)));
        assertEquals("2222", debitCardOf(Held.debit("1111", false), Held.debit("2222", true)));
        assertEquals("1111", debitCardOf(Held.debit("1111", true), Held.debit("2222", true)));
    }

    @Test
    void theLatestDayWinsWhereverItIsHeld() {
        Transaction earlier = Held.transaction("1.00", PaymentMode.UPI, Held.DAY.minusDays(1));
        Transaction latest = Held.transaction("2.00", PaymentMode.MOBILE, Held.DAY);
        assertEquals("2.00", amountOf(paid(earlier, latest, null)));
        assertEquals("2.00", amountOf(paid(latest, earlier, null)));
        assertEquals("2.00", amountOf(paid(earlier, null, latest)));
        assertEquals("2.00", amountOf(paid(latest, null, earlier)));
        assertEquals("2.00", amountOf(paid(null, null, latest)));
    }

    @Test
    void eachExpiryIsRevealedOnceTheEarliestFirst() {
        List<CreditCard> cards =
                List.of(Held.credit(2030, 1), Held.credit(2027, 12), Held.credit(2030, 1));
        assertEquals(
                List.of("122027", "012030"),
                AnswersOf.persons(List.of(Held.person(null, cards, null))).creditCardExpiries());
    }

    @Test
    void whatIsRevealedIsRight() {
        Random seeded = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            List<Person> persons = List.of(anyone(seeded));
            SecurityAnswers revealed = AnswersOf.persons(persons);
            assertRight(persons, SecurityQuestion.DOB, revealed.birthDate());
            assertRight(persons, SecurityQuestion.DEBIT_CARD, revealed.debitCardLastFour());
            assertRight(persons, SecurityQuestion.PAYMENT_MODE, revealed.lastPaymentMode());
            assertRight(
                    persons, SecurityQuestion.TRANSACTION_AMOUNT, revealed.lastTransactionAmount());
            for (String expiry : revealed.creditCardExpiries()) {
                assertRight(persons, SecurityQuestion.CARD_EXPIRY, expiry);
            }
        }
    }

    private static void assertRight(
            List<Person> persons, SecurityQuestion question, @Nullable String revealed) {
        assertTrue(
                revealed != null
                        && AnswerChecks.isCorrect(persons, question, TextNode.valueOf(revealed)),
                () -> question + ": " + revealed);
    }

    private static Person anyone(Random seeded) {
        return Held.person(
                LocalDate.of(1900, 1, 1).plusDays(seeded.nextInt(45_000)),
                List.of(Held.credit(2020 + seeded.nextInt(30), 1 + seeded.nextInt(12))),
                anyTransaction(seeded),
                Held.account(
                        Capacity.SELF,
                        List.of(Held.debit("%04d".formatted(seeded.nextInt(10_000)), false)),
                        List.of(Held.credit(2020 + seeded.nextInt(30), 1 + seeded.nextInt(12))),
                        anyTransaction(seeded)));
    }

    private static Transaction anyTransaction(Random seeded) {
        PaymentMode mode = MODES.get(seeded.nextInt(MODES.size()));
        BigDecimal amount = BigDecimal.valueOf(seeded.nextLong(1L << 50), seeded.nextInt(5));
        return new Transaction(amount, mode, Held.DAY.minusDays(seeded.nextInt(2)));
    }

    private static @Nullable String debitCardOf(DebitCard... cards) {
        Person person =
                Held.person(
                        null,
                        List.of(),
                        null,
                        Held.account(Capacity.SELF, List.of(cards), List.of(), null));
        return AnswersOf.persons(List.of(person)).debitCardLastFour();
    }

    private static Person paid(
            @Nullable Transaction first, @Nullable Transaction second, @Nullable Transaction card) {
        return Held.person(
                null,
                List.of(),
                card,
                Held.account(Capacity.SELF, List.of(), List.of(), first),
                Held.account(Capacity.ATTORNEY, List.of(), List.of(), second));
    }

    private static @Nullable String amountOf(Person person) {
        return AnswersOf.persons(List.of(person)).lastTransactionAmount();
    }
}
