package io.vouchline.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CustomerGeneratorTest {

    private static final int COUNT = 20_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final CustomerGenerator GENERATOR = new CustomerGenerator(7);
    private static final List<JsonNode> CUSTOMERS = new ArrayList<>();

    @BeforeAll
    static void generate() throws Exception {
        for (long i = 0; i < COUNT; i++) {
            CUSTOMERS.add(JSON.readTree(GENERATOR.line(i)));
        }
    }

    @Test
    void aSeedAndAnIndexAlwaysGiveTheSameLine() {
        CustomerGenerator again = new CustomerGenerator(7);
        for (long i : List.of(9_999L, 3L, 0L, 99_999_999L)) {
            assertEquals(GENERATOR.line(i), again.line(i));
        }
        assertNotEquals(GENERATOR.line(3), new CustomerGenerator(8).line(3));
    }

    @Test
    void thisLineStaysAsItIsFromOneVersionToTheNext() {
        assertEquals(
                "{\"id\":\"sample-000000001\",\"name\":\"Rosa Green\",\"birth_date\":\"1980-07-05\",\"phones\":[{\"number\":\"+15015553125\",\"verified\":true}],\"mailboxes\":[{\"address\":\"rosa.green1@example.net\",\"verified\":true}],\"accounts\":[{\"number\":\"5491270849\",\"capacity\":\"self\",\"credit_cards\":[{\"last_four\":\"5459\",\"expiry\":\"2030-02\"}],\"last_transaction\":{\"amount\":\"1212.45\",\"payment_mode\":\"account\",\"at\":\"2026-02-01\"}}]}",
                new CustomerGenerator(1).line(0));
    }

    @Test
    void idsAndMailboxesAreUnique() {
        assertEquals(COUNT, CUSTOMERS.stream().map(each -> each.path("id")).distinct().count());
        List<String> mailboxes =
                CUSTOMERS.stream().flatMap(c -> texts(c, "mailboxes", "address")).toList();
        assertEquals(mailboxes.size(), new HashSet<>(mailboxes).size());
        assertTrue(
                mailboxes.stream()
                        .allMatch(
                                each ->
                                        each.matches(
                                                "[a-z]+[.-][a-z]+[0-9]+@example\\.(com|org|net)")));
    }

    @Test
    void onlyFamiliesShareAPhone() {
        Map<String, Integer> holders = new HashMap<>();
        int families = 0;
        for (int i = 0; i < COUNT; i++) {
            JsonNode customer = CUSTOMERS.get(i);
            String first = customer.at("/phones/0/number").asText();
            boolean shared =
                    i > 0 && first.equals(CUSTOMERS.get(i - 1).at("/phones/0/number").asText());
            if (shared) {
                families++;
                assertEquals(lastName(CUSTOMERS.get(i - 1)), lastName(customer));
            } else {
                holders.merge(first, 1, Integer::sum);
            }
            texts(customer, "phones", "number")
                    .skip(1)
                    .forEach(n -> holders.merge(n, 1, Integer::sum));
        }
        assertTrue(holders.values().stream().allMatch(count -> count == 1));
        assertShare(1, families);
    }

    private static String lastName(JsonNode customer) {
        return customer.path("name").asText().replaceFirst(", Jr\\.$", "").split(" ", 2)[1];
    }

    @Test
    void phonesAreAmericanAndNoDemoCallers() {
        for (JsonNode customer : CUSTOMERS) {
            texts(customer, "phones", "number")
                    .forEach(
                            number -> {
                                assertTrue(
                                        number.matches("\\+1[2-9][0-9]{2}[2-9][0-9]{2}[0-9]{4}"),
                                        number);
                                assertFalse(number.matches("\\+1...[2-9]11.*"), number);
                                assertFalse(number.matches("\\+1(202|650).*"), number);
                            });
        }
    }

    @Test
    void accountNumbersHaveTenDigitsAndOneOwnerUnlessHeldTogether() {
        Set<String> known = new HashSet<>();
        int attorneys = 0;
        int joint = 0;
        for (JsonNode customer : CUSTOMERS) {
            List<String> numbers = texts(customer, "accounts", "number").toList();
            assertTrue(!numbers.isEmpty() && numbers.size() <= 3);
            assertEquals(numbers.size(), new HashSet<>(numbers).size());
            for (JsonNode account : customer.path("accounts")) {
                String number = account.path("number").asText();
                assertTrue(number.matches("[0-9]{10}"), number);
                if (account.path("capacity").asText().equals("attorney")) {
                    attorneys++;
                    assertTrue(known.contains(number), "an earlier customer's");
                    assertEquals(2, account.size());
                } else if (!known.add(number)) {
                    joint++;
                }
            }
        }
        assertShare(2, attorneys);
        assertShare(5, joint);
        assertTrue(known.stream().anyMatch(number -> number.startsWith("00")));
    }

    @Test
    void thoseWhoHoldAnAccountTogetherTellTheSameOfIt() {
        Map<String, JsonNode> owned = new HashMap<>();
        for (JsonNode customer : CUSTOMERS) {
            for (JsonNode account : customer.path("accounts")) {
                if (account.path("capacity").asText().equals("self")) {
                    JsonNode before = owned.putIfAbsent(account.path("number").asText(), account);
                    assertTrue(before == null || before.equals(account));
                }
            }
        }
    }

    @Test
    void mostPhonesAreVerifiedAndEveryKindOfValueOccurs() {
        assertShare(80, count(each -> each.at("/phones/0/verified").asBoolean()));
        for (String path :
                List.of(
                        "/phones/1/number",
                        "/phones/0/changed_at",
                        "/mailboxes/1/address",
                        "/accounts/2/number",
                        "/accounts/0/debit_cards/1/last_four",
                        "/accounts/0/credit_cards/0/expiry",
                        "/credit_cards/1/last_four",
                        "/last_card_transaction/at")) {
            assertTrue(count(each -> !each.at(path).isMissingNode()) > 0, path);
        }
        for (String mode : List.of("mobile", "upi", "online", "debit", "credit", "account")) {
            String path = "/accounts/0/last_transaction/payment_mode";
            assertTrue(count(each -> each.at(path).asText().equals(mode)) > 0, mode);
        }
    }

    @Test
    void valuesHaveTheFormsThatTheLookupServiceReads() {
        for (JsonNode customer : CUSTOMERS) {
            assertForm(customer.path("birth_date"), "(19[3-9]|200[0-7])[0-9-]*");
            assertForm(
                    customer.at("/accounts/0/last_transaction/amount"),
                    "(0|[1-9][0-9]*)\\.[0-9]{2}");
            assertForm(customer.at("/accounts/0/debit_cards/0/last_four"), "[0-9]{4}");
            assertForm(
                    customer.at("/accounts/0/debit_cards/0/expiry"),
                    "20(2[7-9]|3[01])-(0[1-9]|1[0-2])");
            assertForm(customer.at("/phones/0/changed_at"), "[0-9-]{10}T[0-9:]{8}Z");
        }
    }

    private static void assertForm(JsonNode value, String form) {
        assertTrue(value.isMissingNode() || value.asText().matches(form), value.toString());
    }

    private static int count(Predicate<JsonNode> condition) {
        return (int) CUSTOMERS.stream().filter(condition).count();
    }

    private static void assertShare(double percent, int count) {
        double found = 100.0 * count / COUNT;
        assertTrue(Math.abs(found - percent) < 0.1 * percent + 0.2, percent + " % are " + found);
    }

    private static Stream<String> texts(JsonNode customer, String list, String member) {
        return StreamSupport.stream(customer.path(list).spliterator(), false)
                .map(each -> each.path(member).asText());
    }
}
