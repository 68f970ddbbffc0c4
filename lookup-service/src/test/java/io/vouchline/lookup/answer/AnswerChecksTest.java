package io.vouchline.lookup.answer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vouchline.contract.json.StrictJson;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.lookup.account.Capacity;
import io.vouchline.lookup.account.HeldAccount;
import io.vouchline.lookup.account.PaymentMode;
import io.vouchline.lookup.customer.Person;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerChecksTest {

    private static final ObjectMapper JSON = StrictJson.strict(new ObjectMapper());
    private static final ObjectMapper EXACT_JSON =
            StrictJson.strict(new ObjectMapper())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @ParameterizedTest
    @CsvFileSource(
            resources = {
                "dates-of-birth.txt",
                "debit-cards.txt",
                "card-expiries.txt",
                "transaction-amounts.txt",
                "payment-modes.txt"
            },
            delimiter = '|',
            quoteCharacter = '`')
    void anAnswerIsRightOrWrong(SecurityQuestion question, String answer, boolean expected)
            throws Exception {
        List<Person> persons = List.of(Held.inTheTables());
        assertEquals(
                expected, AnswerChecks.isCorrect(persons, question, JSON.readTree(answer)), answer);
        assertEquals(
                expected,
                AnswerChecks.isCorrect(persons, question, EXACT_JSON.readTree(answer)),
                () -> answer + " with exact decimals");
    }

    @ParameterizedTest
    @CsvSource({
        "DOB, 1995-02-03",
        "DEBIT_CARD, 1234",
        "CARD_EXPIRY, 0127",
        "TRANSACTION_AMOUNT, 100.30",
        "PAYMENT_MODE, debit"
    })
    void onlyExactlyOnePersonHasAnswers(SecurityQuestion question, String right) {
        JsonNode answer = TextNode.valueOf(right);
        Person person = Held.inTheTables();
        assertTrue(AnswerChecks.isCorrect(List.of(person), question, answer));
        assertFalse(AnswerChecks.isCorrect(List.of(), question, answer));
        assertFalse(AnswerChecks.isCorrect(List.of(person, person), question, answer));
        assertFalse(AnswerChecks.isCorrect(List.of(Held.nothing()), question, answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "false",
                "\"\"",
                "\" \"",
                "\"null\"",
                "\"true\"",
                "\"$session.params.x\"",
                "\"{x}\"",
                "\"%x%\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"\\u200f\"",
                "[]",
                "[null]",
                "[[\"1995-02-03\"]]",
                "[[1234]]",
                "[[{\"month\":1,\"year\":2027}]]",
                "[[[[]]]]",
                "[\"debit\", \"debit\"]",
                "{}",
                "{\"\":\"\"}",
                "{\"amount\":{},\"day\":[],\"month\":{},\"year\":null}",
                "1E400000000",
                "-1E400000000",
                "1E308",
                "1E-308"
            })
    void whatIsNoAnswerIsWrong(String answer) throws Exception {
        for (SecurityQuestion question : SecurityQuestion.values()) {
            assertFalse(isCorrect(question, JSON.readTree(answer)), question.name());
            assertFalse(isCorrect(question, EXACT_JSON.readTree(answer)), question.name());
        }
    }

    @ParameterizedTest
    @EnumSource(SecurityQuestion.class)
    void numbersWithoutBoundAreWrongAtOnce(SecurityQuestion question) {
        BigDecimal huge = new BigDecimal(BigInteger.ONE, -400_000_000);
        List<JsonNode> numbers =
                List.of(
                        DoubleNode.valueOf(Double.NaN),
                        DoubleNode.valueOf(Double.POSITIVE_INFINITY),
                        DoubleNode.valueOf(Double.NEGATIVE_INFINITY),
                        DecimalNode.valueOf(huge),
                        DecimalNode.valueOf(new BigDecimal(BigInteger.ONE, 400_000_000)),
                        DecimalNode.valueOf(new BigDecimal(BigInteger.ZERO, Integer.MIN_VALUE)),
                        DecimalNode.valueOf(new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE)),
                        JsonNodeFactory.instance.numberNode(BigInteger.TEN.pow(2_000)),
                        MissingNode.getInstance(),
                        JsonNodeFactory.instance.binaryNode(new byte[] {1, 2, 3, 4}),
                        JsonNodeFactory.instance.pojoNode(1234));
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    for (JsonNode number : numbers) {
                        assertFalse(isCorrect(question, number), () -> number.getNodeType().name());
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({
        "DOB, 1995-02-03",
        "DEBIT_CARD, 1234",
        "CARD_EXPIRY, 0127",
        "TRANSACTION_AMOUNT, 100",
        "PAYMENT_MODE, debit"
    })
    void textsAreReadUpTo256Characters(SecurityQuestion question, String right) {
        String longest = " ".repeat(256 - right.length()) + right;
        assertTrue(isCorrect(question, TextNode.valueOf(longest)));
        assertFalse(isCorrect(question, TextNode.valueOf(longest + " ")));
        assertFalse(isCorrect(question, TextNode.valueOf("1 ".repeat(1_000_000))));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, 02/29/2024, true",
        "2024-02-29, 2/29/2024,  true",
        "2024-02-29, 02292024,   true",
        "2023-03-01, 02/29/2023, false",
        "2023-02-28, 02/29/2023, false",
        "2023-03-03, 02/31/2023, false",
        "2023-02-28, 02/31/2023, false",
        "2023-03-01, 20230229,   false",
        "2024-01-03, 13/03/2023, false",
        "2023-01-01, 00/01/2023, false",
        "2023-01-01, 01/00/2023, false",
        "2023-12-31, 12/31/2023, true",
        "2023-12-31, 12312023,   true",
        "1900-01-01, 01011900,   true",
        "1900-01-01, 1/1/1900,   true",
        "2001-10-12, 10122001,   true",
        "2001-10-12, 20011012,   true",
        "2009-09-09, Sept 9 2009, true",
        "2009-05-09, May 9th 2009, true",
        "2009-06-01, June 1st 2009, true",
        "2009-06-02, June 2nd 2009, true"
    })
    void onlyRealDatesAreDates(String held, String said, boolean expected) {
        assertEquals(
                expected,
                AnswerChecks.isCorrect(
                        List.of(Held.bornOn(held)), SecurityQuestion.DOB, TextNode.valueOf(said)));
    }

    @ParameterizedTest
    @CsvSource({
        "january, 1",
        "february, 2",
        "march, 3",
        "april, 4",
        "may, 5",
        "june, 6",
        "july, 7",
        "august, 8",
        "september, 9",
        "october, 10",
        "november, 11",
        "december, 12"
    })
    void everyMonthHasItsNameAndItsFirstThreeLetters(String name, int month) {
        Person person = Held.person(null, List.of(Held.credit(2030, month)), null);
        for (String word : List.of(name, name.substring(0, 3))) {
            JsonNode answer = TextNode.valueOf(word + " 2030");
            assertTrue(
                    AnswerChecks.isCorrect(List.of(person), SecurityQuestion.CARD_EXPIRY, answer));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "99.99,  99,      true",
        "99.99,  100,     false",
        "100.00, 100,     true",
        "100,    100.00,  true",
        "1E+2,   100,     true",
        "0.00,   0,       true",
        "0.99,   1,       false",
        "0.3000, 0.3,     true",
        "0.3001, 0.3,     false",
        "999999999999999.9999, 999999999999999.9999, true",
        "999999999999999.9999, 1000000000000000,     false"
    })
    void theExactAmountAndItsWholePartAreRightAndNothingIsRounded(
            String held, String said, boolean expected) {
        Person person = Held.whoPaid(Held.transaction(held, PaymentMode.CREDIT, Held.DAY));
        assertEquals(
                expected,
                AnswerChecks.isCorrect(
                        List.of(person),
                        SecurityQuestion.TRANSACTION_AMOUNT,
                        TextNode.valueOf(said)));
        assertEquals(
                expected,
                AnswerChecks.isCorrect(
                        List.of(person),
                        SecurityQuestion.TRANSACTION_AMOUNT,
                        DecimalNode.valueOf(new BigDecimal(said))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "12345", "x123"})
    void aCardHeldWithoutFourDigitsIsNeverRight(String held) {
        HeldAccount account =
                Held.account(Capacity.SELF, List.of(Held.debit(held, true)), List.of(), null);
        assertFalse(
                AnswerChecks.isCorrect(
                        List.of(Held.person(null, List.of(), null, account)),
                        SecurityQuestion.DEBIT_CARD,
                        TextNode.valueOf(held)));
    }

    @ParameterizedTest
    @EnumSource(PaymentMode.class)
    void everyModeOfTheDocumentIsRead(PaymentMode mode) {
        Person person = Held.whoPaid(Held.transaction("1.00", mode, Held.DAY));
        for (PaymentMode said : PaymentMode.values()) {
            assertEquals(
                    said == mode,
                    AnswerChecks.isCorrect(
                            List.of(person),
                            SecurityQuestion.PAYMENT_MODE,
                            TextNode.valueOf(said.word())));
        }
    }

    private static boolean isCorrect(SecurityQuestion question, JsonNode answer) {
        return assertDoesNotThrow(
                () -> AnswerChecks.isCorrect(List.of(Held.inTheTables()), question, answer));
    }
}
