package io.vouchline.lookup.answer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.lookup.account.Capacity;
import io.vouchline.lookup.account.PaymentMode;
import io.vouchline.lookup.answer.Spoken.Figure;
import io.vouchline.lookup.customer.Person;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileAnswersTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String[] MEMBERS = {"day", "month", "year", "amount", "currency", ""};
    private static final String ALPHABET =
            "0123456789 -/.,:$'tz\u0000\u200f\u202e\u200b\ud800\udc00\u0301\uff11\u2044{}%+eE";
    private static final char[] HOSTILE =
            "\u0000\u200f\u202e\u200b\ud800\udc00\u0301{}%+\\_x".toCharArray();
    private static final Map<SecurityQuestion, List<String>> RIGHT =
            Map.of(
                    SecurityQuestion.DOB,
                    List.of("1987-11-23", "11/23/1987", "November 23rd, 1987", "11231987"),
                    SecurityQuestion.DEBIT_CARD,
                    List.of("7391", "7 3 9 1"),
                    SecurityQuestion.CARD_EXPIRY,
                    List.of("10/39", "1039", "2039-10", "Oct 2039"),
                    SecurityQuestion.TRANSACTION_AMOUNT,
                    List.of("987654.32", "$987,654.32", "987654 dollars"),
                    SecurityQuestion.PAYMENT_MODE,
                    List.of("account", "account transfer"));

    private final List<Person> persons =
            List.of(
                    Held.person(
                            LocalDate.of(1987, 11, 23),
                            List.of(Held.credit(2039, 10)),
                            Held.transaction("987654.32", PaymentMode.ACCOUNT, Held.DAY),
                            Held.account(
                                    Capacity.SELF,
                                    List.of(Held.debit("7391", true)),
                                    List.of(),
                                    null)));

    @Test
    void noJsonHoweverHostileIsRightByAccidentOrThrows() {
        Random seeded = new Random(42);
        for (int i = 0; i < 50_000; i++) {
            JsonNode answer = any(seeded, 0);
            for (SecurityQuestion question : SecurityQuestion.values()) {
                assertFalse(isCorrect(question, answer), () -> question + ": " + answer);
            }
        }
    }

    @Test
    void aRightAnswerWithOneHostileCharacterIsWrong() {
        for (SecurityQuestion question : SecurityQuestion.values()) {
            for (String right : RIGHT.getOrDefault(question, List.of())) {
                assertTrue(isCorrect(question, TextNode.valueOf(right)), right);
                for (int at = 0; at <= right.length(); at++) {
                    for (char hostile : HOSTILE) {
                        assertWrong(
                                question, right.substring(0, at) + hostile + right.substring(at));
                    }
                }
            }
        }
    }

    @Test
    void noAnswerIsTwoGuesses() {
        Random seeded = new Random(7);
        String digits = "0123456789 /-";
        for (int i = 0; i < 200_000; i++) {
            String text = text(seeded, digits, 12);
            Spoken words = Spoken.of(TextNode.valueOf(text));
            Spoken figure = Spoken.of(JSON.numberNode(seeded.nextInt(100_000_000)));
            for (Spoken spoken : List.of(words, figure)) {
                assertTrue(SpokenDate.candidates(spoken).distinct().count() <= 1, text);
                assertTrue(SpokenMonth.candidates(spoken).distinct().count() <= 1, text);
                assertTrue(SpokenLastFour.candidates(spoken).count() <= 1, text);
                assertTrue(SpokenAmount.candidates(spoken).count() <= 1, text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12345678901234567890123456789012,  true",
        "123456789012345678901234567890123, false",
        "1E32,  true",
        "1E33,  false",
        "1E-32, true",
        "1E-33, false"
    })
    void numbersAreReadUpTo32Digits(BigDecimal number, boolean expected) {
        assertEquals(expected, Spoken.of(DecimalNode.valueOf(number)) instanceof Figure);
    }

    @Test
    void whatWasSaidAndWhatIsHeldStayOutOfLogs() {
        for (JsonNode answer : List.of(TextNode.valueOf("7391"), JSON.numberNode(7391))) {
            assertFalse(Spoken.of(answer).toString().contains("7391"));
        }
        assertFalse(Spoken.of(JSON.objectNode().put("day", 7391)).toString().contains("7391"));
        assertFalse(HeldAnswers.of(persons).toString().contains("7391"));
    }

    private void assertWrong(SecurityQuestion question, String text) {
        assertFalse(isCorrect(question, TextNode.valueOf(text)), () -> question + ": " + text);
    }

    private boolean isCorrect(SecurityQuestion question, JsonNode answer) {
        return assertDoesNotThrow(() -> AnswerChecks.isCorrect(persons, question, answer));
    }

    private static JsonNode any(Random seeded, int depth) {
        return switch (seeded.nextInt(depth < 4 ? 10 : 8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(seeded.nextBoolean());
            case 2 -> JSON.numberNode(seeded.nextInt());
            case 3 -> JSON.numberNode(Double.longBitsToDouble(seeded.nextLong()));
            case 4 -> JSON.numberNode(anyDecimal(seeded));
            case 5 -> JSON.numberNode(new BigInteger(seeded.nextInt(400), seeded));
            case 6 -> JSON.textNode(text(seeded, ALPHABET, 40));
            case 7 -> JSON.textNode(anyText(seeded));
            case 8 -> anyList(seeded, depth);
            default -> anyObject(seeded, depth);
        };
    }

    private static BigDecimal anyDecimal(Random seeded) {
        BigInteger digits = new BigInteger(seeded.nextInt(200), seeded);
        return new BigDecimal(digits, seeded.nextBoolean() ? seeded.nextInt() : seeded.nextInt(9));
    }

    private static String text(Random seeded, String alphabet, int longest) {
        return seeded.ints(seeded.nextInt(longest + 1), 0, alphabet.length())
                .map(alphabet::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String anyText(Random seeded) {
        return seeded.ints(seeded.nextInt(300), 0, 0x11_0000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static ArrayNode anyList(Random seeded, int depth) {
        ArrayNode list = JSON.arrayNode();
        for (int i = seeded.nextInt(3); i > 0; i--) {
            ArrayNode _ = list.add(any(seeded, depth + 1));
        }
        return list;
    }

    private static ObjectNode anyObject(Random seeded, int depth) {
        ObjectNode object = JSON.objectNode();
        for (String member : MEMBERS) {
            JsonNode _ = object.set(member, any(seeded, depth + 1));
        }
        return object;
    }
}
