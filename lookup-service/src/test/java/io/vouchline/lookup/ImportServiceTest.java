package io.vouchline.lookup;

import static io.vouchline.lookup.LookupCalls.NDJSON;
import static io.vouchline.lookup.LookupCalls.as;
import static io.vouchline.lookup.LookupCalls.askByNumber;
import static io.vouchline.lookup.LookupCalls.customer;
import static io.vouchline.lookup.LookupCalls.load;
import static io.vouchline.lookup.LookupCalls.loading;
import static io.vouchline.lookup.LookupCalls.problem;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.identity.Scope;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Loads, through their own door. */
@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class ImportServiceTest {

    private static final String CSV_HEADER =
            "id,name,birth_date,phones.0.number,phones.0.verified,phones.1.number,phones.1.verified,mailboxes.0.address,mailboxes.0.verified,accounts.0.number,accounts.0.capacity,accounts.0.last_transaction.amount,accounts.0.last_transaction.payment_mode,accounts.0.last_transaction.at,deleted\n";

    @Test
    void aLineThatIsTheSameAsTheLastTimeChangesNothing() {
        load("same-bank", customer("a", "+16502530100") + customer("b", "+16502530101"))
                .statusCode(200)
                .body("state", is("SUCCEEDED"))
                .body("lines", is(2))
                .body("created", is(2));
        load("same-bank", customer("a", "+16502530100") + customer("b", "+16502530102"))
                .body("created", is(0))
                .body("updated", is(1))
                .body("unchanged", is(1));
    }

    @Test
    void twoTenantsMayHaveCustomersOfTheSameId() {
        load("first-bank", customer("a", "+16502530100")).body("created", is(1));
        load("second-bank", customer("a", "+16502530100")).body("created", is(1));
        load("second-bank", customer("a", "+16502530101")).body("updated", is(1));
        found("first-bank", "+16502530100", "SINGLE");
    }

    @Test
    void csvSaysTheSameAsJson() {
        loading("csv-bank", "text/csv")
                .body(
                        CSV_HEADER
                                + "1,\"Doe, Jane\",1988-04-12,+16502530110,true,,,jane@example.com,true,0000000042,self,100.30,online,2026-10-30,\r\n"
                                + "2,John,,+16502530111,true,+16502530112,false,,,,,,,,\n\n")
                .post("/v1/customers:import")
                .then()
                .statusCode(200)
                .body("created", is(2))
                .body("rejected", is(0));
        askByNumber("csv-bank", "customers/find", "+16502530110")
                .body("customer.name", is("Doe, Jane"))
                .body("customer.account_number", is("0000000042"));
        askByNumber("csv-bank", "answers/reveal", "+16502530110")
                .body("last_transaction_amount", is("100.30"));
        found("csv-bank", "+16502530112", "SINGLE");
        loading("csv-bank", "text/csv")
                .body("id,deleted\n2,true\n")
                .post("/v1/customers:import")
                .then()
                .body("removed", is(1));
        found("csv-bank", "+16502530112", "NONE");
    }

    @Test
    void aBadCsvRowIsToldByItsLineAndABadHeaderRefusesAll() {
        loading("csv-row-bank", "text/csv")
                .body(
                        "id,name,phones.0.number,phones.0.verified\n1,One\n2,Two,12,true\n3,Three,,\n")
                .post("/v1/customers:import")
                .then()
                .body("created", is(1))
                .body("errors[0].line", is(2))
                .body("errors[0].reason", is("has not as many cells as the header"))
                .body("errors[1].line", is(3))
                .body("errors[1].field", is("phones[0].number"));
        problem(400, csv("id,name,shoe size\n1,One,44\n"))
                .body("detail", is("Column 3 of the header is not known or stands twice."));
        problem(400, csv("17,Jane Doe,1988-04-12\n")).body("detail", not(containsString("Jane")));
        problem(400, csv("id,id\n1,2\n"));
        problem(400, csv(""));
        problem(400, csv("id,name\n1,\"" + "x".repeat(70_000)))
                .body("detail", not(containsString("xxx")));
    }

    @Test
    void aDryRunCountsAndChangesNothing() {
        load("dry-bank", customer("a", "+16502530120") + customer("b", "+16502530121"));
        loading("dry-bank", NDJSON)
                .body(
                        customer("a", "+16502530122")
                                + customer("new", "+16502530123")
                                + "{\"id\":\"b\",\"deleted\":true}\nnonsense\n")
                .post("/v1/customers:import?dry_run=true")
                .then()
                .body("dry_run", is(true))
                .body("created", is(1))
                .body("updated", is(1))
                .body("removed", is(1))
                .body("rejected", is(1));
        found("dry-bank", "+16502530120", "SINGLE");
        found("dry-bank", "+16502530121", "SINGLE");
        found("dry-bank", "+16502530123", "NONE");
    }

    @Test
    void aFullLoadRemovesWhoIsNotNamed() {
        load("full-bank", customers(100)).body("created", is(100));
        full("full-bank", customers(95), "").body("removed", is(5)).body("unchanged", is(95));
        found("full-bank", number(94), "SINGLE");
        found("full-bank", number(95), "NONE");
    }

    @Test
    void aFullLoadThatWouldRemoveMoreThanFivePercentRemovesNobodyWithoutForce() {
        load("careful-bank", customers(100));
        full("careful-bank", customers(94) + customer("new", "+16502539999"), "")
                .body("state", is("REMOVAL_REFUSED"))
                .body("removed", is(0))
                .body("created", is(1))
                .body("detail", containsString("6 of 100"));
        found("careful-bank", number(99), "SINGLE");
        full("careful-bank", customers(94), "&force=true")
                .body("state", is("SUCCEEDED"))
                .body("removed", is(7));
        found("careful-bank", number(99), "NONE");
    }

    @Test
    void aCustomerWhoseLineIsWrongIsNotRemoved() {
        load("wrong-line-bank", customers(100));
        full("wrong-line-bank", customers(99) + "{\"id\":\"customer-99\",\"name\":7}\n", "")
                .body("state", is("SUCCEEDED"))
                .body("rejected", is(1))
                .body("removed", is(0));
        full("wrong-line-bank", customers(99) + "{\"id\":\"customer-99\"}\n", "")
                .body("removed", is(0));
        found("wrong-line-bank", number(99), "SINGLE");
    }

    @Test
    void aFullLoadWithALineAboutNobodyKnowsWhomRemovesNobody() {
        load("torn-bank", customers(100));
        full("torn-bank", customers(99) + "{\"id\":\"custom", "")
                .body("state", is("REMOVAL_REFUSED"))
                .body("detail", containsString("do not tell whom"));
        found("torn-bank", number(99), "SINGLE");
    }

    @Test
    void aFullDryRunTellsHowManyWouldGo() {
        load("dry-full-bank", customers(100));
        full("dry-full-bank", customers(96), "&dry_run=true").body("removed", is(4));
        found("dry-full-bank", number(99), "SINGLE");
    }

    @Test
    void theLaterLineOfACustomerStands() {
        load(
                        "twice-bank",
                        customer("a", "+16502530130")
                                + customer("b", "+16502530131")
                                + customer("a", "+16502530132"))
                .body("created", is(2))
                .body("updated", is(1));
        found("twice-bank", "+16502530130", "NONE");
        found("twice-bank", "+16502530132", "SINGLE");
    }

    @Test
    void anOwnersDetailsStandInWhateverOrderTheLinesCome() {
        String owner =
                """
                {"id":"owner","name":"O","phones":[{"number":"+16502530140","verified":true}],"accounts":[{"number":"0000000050","capacity":"self","debit_cards":[{"last_four":"4321","expiry":"2028-05","primary":true}]}]}
                """;
        String attorney =
                """
                {"id":"attorney","name":"A","phones":[{"number":"+16502530141","verified":true}],"accounts":[{"number":"0000000050","capacity":"attorney"}]}
                """;
        load("order-bank", attorney).body("created", is(1));
        load("order-bank", owner).body("created", is(1));
        askByNumber("order-bank", "answers/reveal", "+16502530141")
                .body("debit_card_last_four", is("4321"));
        load("order-bank", attorney.replace("\"A\"", "\"B\"")).body("updated", is(1));
        askByNumber("order-bank", "answers/reveal", "+16502530141")
                .body("debit_card_last_four", is("4321"));
        load("order-bank", "{\"id\":\"owner\",\"deleted\":true}\n").body("removed", is(1));
        askByNumber("order-bank", "accounts/summary", "+16502530141").body("count", is(1));
    }

    @Test
    void anAccountThatIsGivenUpIsHeldNoMore() {
        String line =
                "{\"id\":\"a\",\"name\":\"A\",\"phones\":[{\"number\":\"+16502530145\",\"verified\":true}],\"accounts\":[%s]}\n";
        String first = "{\"number\":\"0000000060\",\"capacity\":\"self\"}";
        String second = "{\"number\":\"0000000061\",\"capacity\":\"self\"}";
        load("giving-bank", line.formatted(first + "," + second));
        askByNumber("giving-bank", "accounts/summary", "+16502530145").body("count", is(2));
        load("giving-bank", line.formatted(second));
        askByNumber("giving-bank", "accounts/summary", "+16502530145")
                .body("count", is(1))
                .body("last_four", is("0061"));
    }

    @Test
    void theSameKeyGetsTheSameAnswerAndOtherParametersAreRefused() {
        String answer =
                keyed("key-bank", "night-1", "", customer("a", "+16502530150"))
                        .then()
                        .statusCode(200)
                        .header("Idempotency-Replayed", nullValue())
                        .body("id", is("night-1"))
                        .body("created", is(1))
                        .extract()
                        .asString();
        String again =
                keyed("key-bank", "night-1", "", customer("b", "+16502530151"))
                        .then()
                        .statusCode(200)
                        .header("Idempotency-Replayed", is("true"))
                        .extract()
                        .asString();
        assertEquals(answer, again);
        found("key-bank", "+16502530151", "NONE");
        problem(422, keyed("key-bank", "night-1", "?dry_run=true", ""));
        keyed("other-key-bank", "night-1", "", customer("b", "+16502530151"))
                .then()
                .body("created", is(1));
        problem(400, keyed("key-bank", "no blanks please", "", ""));
        problem(400, keyed("key-bank", "x".repeat(65), "", ""));
    }

    @Test
    void everyRejectedLineCanBeReadPageByPage() {
        String lines =
                IntStream.range(0, 1_200)
                        .mapToObj(i -> "nonsense " + i)
                        .collect(Collectors.joining("\n"));
        keyed("error-bank", "bad-night", "", lines)
                .then()
                .body("rejected", is(1_200))
                .body("errors", hasSize(100));
        as("error-bank", Scope.CUSTOMERS_IMPORT)
                .get("/v1/imports/bad-night/errors")
                .then()
                .body("errors", hasSize(1_000));
        as("error-bank", Scope.CUSTOMERS_IMPORT)
                .get("/v1/imports/bad-night/errors?after=1000")
                .then()
                .body("errors", hasSize(200))
                .body("errors[0].line", is(1_001));
        as("error-bank", Scope.CUSTOMERS_IMPORT)
                .get("/v1/imports")
                .then()
                .body("[0].id", is("bad-night"))
                .body("[0].finished_at", notNullValue())
                .body("[0].errors", empty());
        problem(404, as("key-bank", Scope.CUSTOMERS_IMPORT).get("/v1/imports/bad-night"));
        problem(
                400,
                as("error-bank", Scope.CUSTOMERS_IMPORT)
                        .get("/v1/imports/bad-night/errors?after=x"));
    }

    @Test
    void linesThatAreNoTextAreRejectedAndTheOthersGoIn() {
        byte[] good = ("\uFEFF" + customer("a", "+16502530160")).getBytes(StandardCharsets.UTF_8);
        byte[] bad = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}', '\r', '\n'};
        byte[] huge =
                ("{\"id\":\"" + "x".repeat(70_000) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        byte[] last = customer("z", "+16502530161").strip().getBytes(StandardCharsets.UTF_8);
        loading("bytes-bank", NDJSON)
                .body(joined(good, bad, huge, last))
                .post("/v1/customers:import")
                .then()
                .statusCode(200)
                .body("created", is(2))
                .body("errors[0].line", is(2))
                .body("errors[0].reason", is("is not UTF-8"))
                .body("errors[1].line", is(3))
                .body("errors[1].reason", is("is longer than 64 KiB"));
    }

    @Test
    void parametersAreTakenLiterally() {
        problem(400, loading("bank", NDJSON).body("").post("/v1/customers:import?mode=fulll"));
        problem(400, loading("bank", NDJSON).body("").post("/v1/customers:import?dry_run=yes"));
        problem(400, loading("bank", NDJSON).body("").post("/v1/customers:import?force=1"));
        problem(415, loading("bank", "application/xml").body("<x/>").post("/v1/customers:import"));
        problem(
                403,
                as("bank", Scope.CUSTOMERS_READ)
                        .urlEncodingEnabled(false)
                        .contentType("text/csv")
                        .body("id")
                        .post("/v1/customers:import"));
        loading("empty-bank", NDJSON)
                .body("\n\n")
                .post("/v1/customers:import")
                .then()
                .statusCode(200)
                .body("lines", is(0));
    }

    @Test
    void aPhoneOrMailboxThatStandsTwiceIsRefused() {
        load(
                        "double-bank",
                        """
                        {"id":"a","name":"A","phones":[{"number":"+16502530170","verified":true},{"number":"+16502530170","verified":false}]}
                        {"id":"b","name":"B","mailboxes":[{"address":"b@example.com","verified":true},{"address":"B@Example.com","verified":true}]}
                        {"id":"c","name":"C","phones":[{"number":"+16502530171"}]}
                        {"id":"d","name":"D","phones":[{"number":"+16502530171","verified":true,"changed_at":"2999-01-01T00:00:00Z"}]}
                        """)
                .body("rejected", is(4))
                .body("errors[0].field", is("phones"))
                .body("errors[1].field", is("mailboxes"))
                .body("errors[2].field", startsWith("phones[0].verified"))
                .body("errors[3].field", startsWith("phones[0].changed_at"));
    }

    @Test
    void noLineEndsALoadHoweverBadItIs() {
        String amount =
                "{\"id\":\"f\",\"name\":\"F\",\"last_card_transaction\":{\"amount\":\"1E2147483647\",\"payment_mode\":\"online\",\"at\":\"2026-01-01\"}}\n";
        load(
                        "hostile-bank",
                        "{\"id\":\"a\",\"name\":\"A\",\"\\u0000\":1}\n"
                                + "{\"id\":\"b\",\"name\":\"B\",\"+16502530000\":1}\n"
                                + changedAt("c", "-5000-01-01T00:00:00Z")
                                + changedAt("d", "-999999999-01-01T00:00:00Z")
                                + "{\"id\":\"e\",\"name\":\""
                                + "[".repeat(30_000)
                                + "\"}\n"
                                + amount
                                + "{\"id\":\"g\",\"name\":"
                                + "[".repeat(5_000)
                                + "\n"
                                + "{\"id\":\"\\u0000\",\"name\":\"\\u0000\"}\n"
                                + customer("good", "+16502530180"))
                .statusCode(200)
                .body("state", is("SUCCEEDED"))
                .body("errors[0].field", is(""))
                .body("errors[0].reason", is("has a member that is not known"))
                .body("errors.toString()", not(containsString("6502530000")));
        found("hostile-bank", "+16502530180", "SINGLE");
    }

    @Test
    void aDryRunOfAFullLoadCountsARemovalOnce() {
        load("once-bank", customers(100));
        String lines =
                customers(93)
                        + IntStream.range(93, 97)
                                .mapToObj(
                                        i ->
                                                "{\"id\":\"customer-%d\",\"deleted\":true}\n"
                                                        .formatted(i))
                                .collect(Collectors.joining());
        full("once-bank", lines, "&dry_run=true")
                .body("state", is("SUCCEEDED"))
                .body("removed", is(7));
        full("once-bank", lines, "").body("state", is("SUCCEEDED")).body("removed", is(7));
    }

    @Test
    void csvAsSpreadsheetsWriteItIsTaken() {
        loading("sheet-bank", "text/csv")
                .body(
                        "\uFEFFid,name,phones.0.number,phones.0.verified\r\n1,Zoë,+16502530190,true\r\n"
                                .getBytes(StandardCharsets.UTF_8))
                .post("/v1/customers:import")
                .then()
                .statusCode(200)
                .body("created", is(1));
        problem(
                        400,
                        loading("sheet-bank", "text/csv")
                                .body("id,name\n1,Zo\u00eb\n".getBytes(StandardCharsets.ISO_8859_1))
                                .post("/v1/customers:import"))
                .body("detail", is("The CSV is not UTF-8."));
    }

    private static String changedAt(String id, String instant) {
        return "{\"id\":\"%s\",\"name\":\"N\",\"phones\":[{\"number\":\"+16502530181\",\"verified\":true,\"changed_at\":\"%s\"}]}\n"
                .formatted(id, instant);
    }

    private static Response csv(String text) {
        return loading("csv-header-bank", "text/csv").body(text).post("/v1/customers:import");
    }

    private static Response keyed(String tenant, String key, String parameters, String lines) {
        return loading(tenant, NDJSON)
                .header("Idempotency-Key", key)
                .body(lines)
                .post("/v1/customers:import" + parameters);
    }

    private static ValidatableResponse full(String tenant, String lines, String parameters) {
        return loading(tenant, NDJSON)
                .body(lines)
                .post("/v1/customers:import?mode=full" + parameters)
                .then()
                .statusCode(200);
    }

    private static void found(String tenant, String number, String outcome) {
        askByNumber(tenant, "customers/find", number).body("outcome", is(outcome));
    }

    private static String customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> customer("customer-" + i, number(i)))
                .collect(Collectors.joining());
    }

    private static String number(int i) {
        return "+1650253%04d".formatted(5000 + i);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
