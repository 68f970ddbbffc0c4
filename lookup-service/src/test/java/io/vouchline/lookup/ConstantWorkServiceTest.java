package io.vouchline.lookup;

import static io.vouchline.lookup.LookupCalls.ask;
import static io.vouchline.lookup.LookupCalls.load;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vouchline.contract.testing.Requirement;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The work of an answer, as the database and the vault count it. */
@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class ConstantWorkServiceTest {

    private static final String BANK = "work-bank";
    private static final String KNOWN = "+16502530400";
    private static final String RICH = "+16502530401";
    private static final String SHARED = "+16502530402";
    private static final String UNKNOWN = "+16502530499";

    @Inject Database database;
    @Inject MeterRegistry metrics;

    @Test
    @Requirement(16)
    void checkingAnAnswerIsTheSameWorkWhetherThereIsACustomerOrNot() {
        loadCustomers();
        Work known = workOf("answers/check", check(KNOWN, "1988-04-12"));
        assertEquals(new Work(2, 1, 5, 1), known);
        assertEquals(known, workOf("answers/check", check(KNOWN, "1901-01-01")));
        assertEquals(known, workOf("answers/check", check(UNKNOWN, "1988-04-12")));
    }

    @Test
    @Requirement({15, 16})
    void theAnswerToNobodyAndToAWrongAnswerIsTheSame() {
        loadCustomers();
        String wrong = verdict(KNOWN, "1901-01-01");
        assertEquals(wrong, verdict(UNKNOWN, "1988-04-12"));
        assertEquals(wrong, verdict(SHARED, "1988-04-12"));
        ask(BANK, "answers/check", check(KNOWN, "1988-04-12")).body("correct", is(true));
    }

    @Test
    @Requirement(16)
    void findingAChannelIsTheSameWorkWhetherThereIsACustomerOrNot() {
        loadCustomers();
        assertEquals(
                workOf("channels/find", "{\"number\":\"" + KNOWN + "\",\"hold_seconds\":0}"),
                workOf("channels/find", "{\"number\":\"" + UNKNOWN + "\",\"hold_seconds\":0}"));
    }

    @Test
    @Requirement(16)
    void findingACallerIsTheSameWorkWhetherThereIsOneOrNot() {
        loadCustomers();
        Work known = workOf("callers/find", caller(KNOWN, "1988-04-12"));
        assertEquals(new Work(2, 1, 5, 1), known);
        assertEquals(known, workOf("callers/find", caller(KNOWN, "1901-01-01")));
        assertEquals(known, workOf("callers/find", caller(UNKNOWN, "1988-04-12")));
    }

    @Test
    @Requirement({15, 16})
    void nobodyAndADateThatIsNotExactlyOnePersonsLookAlike() {
        loadCustomers();
        String nobody = found(UNKNOWN, "1988-04-12");
        assertEquals(nobody, found(KNOWN, "1901-01-01"));
        assertEquals(nobody, found(SHARED, "1988-04-12"));
        ask(BANK, "callers/find", caller(KNOWN, "1988-04-12")).body("persons", is(1));
    }

    @Test
    void aLookUpIsTwoStatementsHoweverManyAccountsThereAre() {
        loadCustomers();
        ask(BANK, "accounts/summary", "{\"number\":\"" + RICH + "\"}").body("count", is(150));
        for (String question :
                new String[] {"accounts/summary", "credit-cards/summary", "customers/find"}) {
            assertEquals(2, workOf(question, "{\"number\":\"" + RICH + "\"}").reads(), question);
            assertEquals(2, workOf(question, "{\"number\":\"" + SHARED + "\"}").reads(), question);
        }
        assertEquals(2, workOf("customers/find", "{\"account_number\":\"0000000400\"}").reads());
    }

    private void loadCustomers() {
        String many =
                IntStream.range(0, 150)
                        .mapToObj(
                                i ->
                                        "{\"number\":\"%010d\",\"capacity\":\"self\"}"
                                                .formatted(1_000 + i))
                        .collect(Collectors.joining(","));
        load(
                        BANK,
                        """
                        {"id":"known","name":"K","birth_date":"1988-04-12","phones":[{"number":"%1$s","verified":true}],"accounts":[{"number":"0000000400","capacity":"self"}]}
                        {"id":"rich","name":"R","phones":[{"number":"%2$s","verified":true}],"accounts":[%4$s]}
                        {"id":"shared-1","name":"S","birth_date":"1988-04-12","phones":[{"number":"%3$s","verified":true}]}
                        {"id":"shared-2","name":"T","birth_date":"1988-04-12","phones":[{"number":"%3$s","verified":true}]}
                        """
                                .formatted(KNOWN, RICH, SHARED, many))
                .body("rejected", is(0));
    }

    private static String check(String number, String answer) {
        return "{\"number\":\"%s\",\"question\":\"DOB\",\"answer\":\"%s\"}"
                .formatted(number, answer);
    }

    private static String verdict(String number, String answer) {
        return ask(BANK, "answers/check", check(number, answer)).extract().asString();
    }

    private static String caller(String number, String birthDate) {
        return "{\"number\":\"%s\",\"hold_seconds\":0,\"birth_date\":\"%s\"}"
                .formatted(number, birthDate);
    }

    private static String found(String number, String birthDate) {
        return ask(BANK, "callers/find", caller(number, birthDate)).extract().asString();
    }

    private Work workOf(String question, String body) {
        database.run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        Work before = work();
        ask(BANK, question, body);
        return work().minus(before);
    }

    private Work work() {
        return new Work(
                calls("query ~* '^select' AND query ~ 'customer|holding'"),
                calls("query ~ 'INSERT INTO audit'"),
                (long) metrics.counter("vouchline.vault.operations", "operation", "open").count(),
                (long) metrics.counter("vouchline.vault.operations", "operation", "mac").count());
    }

    private long calls(String which) {
        return Long.parseLong(
                database.value(
                        "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements WHERE query !~ 'pg_stat' AND "
                                + which));
    }

    /**
     * What an answer took.
     *
     * @param reads statements that read customers
     * @param audits statements that write down a read
     * @param opens sealed values that were opened
     * @param macs blind indexes that were made
     */
    private record Work(long reads, long audits, long opens, long macs) {

        Work minus(Work before) {
            return new Work(
                    reads - before.reads,
                    audits - before.audits,
                    opens - before.opens,
                    macs - before.macs);
        }
    }
}
