package io.vouchline.lookup;

import static io.vouchline.lookup.LookupCalls.as;
import static io.vouchline.lookup.LookupCalls.askByNumber;
import static io.vouchline.lookup.LookupCalls.customer;
import static io.vouchline.lookup.LookupCalls.load;
import static io.vouchline.lookup.LookupCalls.problem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.InternalToken;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Tokens;
import io.vouchline.lookup.retention.Retention;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who asked what about whom; and what a customer may ask of that. */
@QuarkusTest
@QuarkusTestResource(LookupFixture.class)
class AuditServiceTest {

    private static final String NUMBER = "+16502530500";

    @Inject Database database;
    @Inject Retention retention;

    @Test
    void everyReadIsWrittenDownWithWhoAndWhy() {
        load("audit-bank", customer("a", NUMBER));
        askByNumber("audit-bank", "accounts/summary", NUMBER);
        askByNumber("audit-bank", "answers/reveal", NUMBER);
        LookupCalls.ask(
                "audit-bank", "callers/find", "{\"number\":\"" + NUMBER + "\",\"hold_seconds\":0}");
        LookupCalls.with(
                        Tokens.token(
                                Audience.LOOKUP,
                                "audit-bank",
                                "console",
                                claims -> claims.setStringClaim(InternalToken.AGENT, "agent-7"),
                                jws -> {},
                                Scope.CUSTOMERS_READ))
                .body("{\"number\":\"" + NUMBER + "\"}")
                .post("/v1/customers/find")
                .then()
                .statusCode(200);
        assertEquals(
                "demo - ACCOUNT_SUMMARY, demo - ANSWERS_REVEALED, demo - CALLER_PROFILE, console agent-7 CUSTOMER_BY_NUMBER",
                database.value(
                        """
                        SELECT string_agg(client || ' ' || coalesce(agent, '-') || ' ' || purpose, ', ' ORDER BY id)
                        FROM audit WHERE tenant = 'audit-bank' AND subject IS NOT NULL
                        """));
    }

    @Test
    void aQuestionThatFindsNobodyIsWrittenDownToo() {
        askByNumber("nobody-bank", "accounts/summary", NUMBER);
        assertEquals(
                "1",
                database.value(
                        "SELECT count(*) FROM audit WHERE tenant = 'nobody-bank' AND subject IS NULL"));
    }

    @Test
    void whatCannotBeWrittenDownIsNotTold() throws Exception {
        load("locked-bank", customer("a", NUMBER));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE audit IN ACCESS EXCLUSIVE MODE");
            problem(
                            503,
                            as("locked-bank", Scope.CUSTOMERS_READ)
                                    .body("{\"number\":\"" + NUMBER + "\"}")
                                    .post("/v1/customers/find"))
                    .header("Retry-After", not(nullValue()));
            connection.rollback();
        }
        askByNumber("locked-bank", "customers/find", NUMBER).body("outcome", is("SINGLE"));
    }

    @Test
    void aCustomerGetsAllThatIsHeldAndWhoReadIt() {
        load(
                "export-bank",
                """
                {"id":"jane","name":"Jane Doe","birth_date":"1988-04-12","phones":[{"number":"%s","verified":true}],"mailboxes":[{"address":"jane@example.com","verified":true}],"accounts":[{"number":"0000000500","capacity":"self","last_transaction":{"amount":"100.30","payment_mode":"online","at":"2026-10-30"}}]}
                """
                        .formatted(NUMBER));
        askByNumber("export-bank", "accounts/summary", NUMBER);
        export("export-bank", "jane")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("customer.name", is("Jane Doe"))
                .body("customer.phones[0].number", is(NUMBER))
                .body("customer.accounts[0].number", is("0000000500"))
                .body("customer.accounts[0].last_transaction.amount", is(100.3f))
                .body("customer.authenticators", empty())
                .body("reads.purpose", contains("EXPORT", "ACCOUNT_SUMMARY"))
                .body("reads.client", everyItem(is("demo")));
        export("other-export-bank", "somebody")
                .then()
                .statusCode(200)
                .body("customer", nullValue())
                .body("reads", hasSize(1));
        problem(
                403,
                as("export-bank", Scope.CUSTOMERS_READ)
                        .body("{\"id\":\"jane\"}")
                        .post("/v1/customers/export"));
        problem(400, export("export-bank", "")).body("detail", containsString("id"));
    }

    @Test
    void anErasedCustomerIsGoneWithAllThatHungOnThem() {
        String line =
                """
                {"id":"%s","name":"Name","phones":[{"number":"%s","verified":true}],"accounts":[{"number":"%s","capacity":"self"},{"number":"0000000519","capacity":"self"}]}
                """;
        load(
                "erase-bank",
                line.formatted("gone", NUMBER, "0000000510")
                        + line.formatted("stays", "+16502530501", "0000000511"));
        load("erase-bank", line.formatted("gone", "+16502530502", "0000000510"));
        erase("erase-bank", "gone").then().statusCode(200).body("erased", is(true));
        erase("erase-bank", "gone").then().statusCode(200).body("erased", is(false));
        askByNumber("erase-bank", "customers/find", "+16502530502").body("outcome", is("NONE"));
        askByNumber("erase-bank", "accounts/summary", "+16502530501").body("count", is(2));
        assertEquals(
                "1 2 0",
                database.value(
                        """
                        SELECT (SELECT count(*) FROM customer WHERE tenant = 'erase-bank') || ' '
                          || (SELECT count(*) FROM account WHERE tenant = 'erase-bank') || ' '
                          || (SELECT count(*) FROM contact_change WHERE tenant = 'erase-bank')
                        """));
        export("erase-bank", "gone")
                .then()
                .statusCode(200)
                .body("customer", nullValue())
                .body("reads", not(empty()));
        problem(
                403,
                as("erase-bank", Scope.CUSTOMERS_EXPORT)
                        .body("{\"id\":\"stays\"}")
                        .post("/v1/customers/erase"));
    }

    @Test
    void ofAnErasedOwnersAccountOnlyTheNumberRemainsForAnAttorney() {
        load(
                "estate-bank",
                """
                {"id":"owner","name":"O","phones":[{"number":"+16502530510","verified":true}],"accounts":[{"number":"0000000520","capacity":"self","debit_cards":[{"last_four":"4321","expiry":"2028-05","primary":true}]}]}
                {"id":"attorney","name":"A","phones":[{"number":"+16502530511","verified":true}],"accounts":[{"number":"0000000520","capacity":"attorney"}]}
                """);
        erase("estate-bank", "owner").then().body("erased", is(true));
        askByNumber("estate-bank", "accounts/summary", "+16502530511")
                .body("count", is(1))
                .body("last_four", is("0520"));
        askByNumber("estate-bank", "answers/reveal", "+16502530511")
                .body("debit_card_last_four", nullValue());
    }

    @Test
    void anErasureThatMeetsALoadTakesNobodyElsesAccount() throws Exception {
        load(
                "race-bank",
                """
                {"id":"owner","name":"O","phones":[{"number":"+16502530520","verified":true}],"accounts":[{"number":"0000000530","capacity":"self"}]}
                {"id":"other","name":"B","phones":[{"number":"+16502530521","verified":true}]}
                """);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // What a load does for a line that names the account for another customer.
            statement.execute(
                    """
                    UPDATE account SET updated_at = now() WHERE tenant = 'race-bank';
                    INSERT INTO holding (customer_id, account_id, capacity)
                    SELECT k.customer_id, a.id, 'SELF' FROM account a, customer_key k, customer c
                    WHERE a.tenant = 'race-bank' AND c.tenant = 'race-bank' AND k.customer_id = c.id
                      AND NOT EXISTS (SELECT FROM holding h WHERE h.customer_id = c.id)
                    """);
            CompletableFuture<Response> erasure =
                    CompletableFuture.supplyAsync(() -> erase("race-bank", "owner"));
            awaitWaiter();
            connection.commit();
            erasure.join().then().statusCode(200).body("erased", is(true));
        }
        askByNumber("race-bank", "accounts/summary", "+16502530521").body("count", is(1));
    }

    private void awaitWaiter() throws InterruptedException {
        Instant end = Instant.now().plusSeconds(30);
        while (database.value("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("0")) {
            assertTrue(Instant.now().isBefore(end), "the erasure must wait for the load");
            Thread.sleep(10);
        }
    }

    @Test
    void rowsAreKeptForTheirTimeAndNoLonger() {
        load("old-bank", customer("a", NUMBER));
        load("old-bank", customer("a", "+16502530503"));
        askByNumber("old-bank", "accounts/summary", NUMBER);
        retention.sweep(Instant.now().plus(Duration.ofDays(6))).await().indefinitely();
        assertEquals("1 2 1", kept());
        retention.sweep(Instant.now().plus(Duration.ofDays(8))).await().indefinitely();
        assertEquals("0 2 1", kept());
        retention.sweep(Instant.now().plus(Duration.ofDays(91))).await().indefinitely();
        assertEquals("0 0 1", kept());
        retention.sweep(Instant.now().plus(Duration.ofDays(401))).await().indefinitely();
        assertEquals("0 0 0", kept());
        askByNumber("old-bank", "customers/find", "+16502530503").body("outcome", is("SINGLE"));
    }

    private String kept() {
        return database.value(
                """
                SELECT (SELECT count(*) FROM contact_change WHERE tenant = 'old-bank') || ' '
                  || (SELECT count(*) FROM import_job WHERE tenant = 'old-bank') || ' '
                  || (SELECT count(*) FROM audit WHERE tenant = 'old-bank')
                """);
    }

    private static Response export(String tenant, String id) {
        return as(tenant, Scope.CUSTOMERS_EXPORT)
                .body("{\"id\":\"" + id + "\"}")
                .post("/v1/customers/export");
    }

    private static Response erase(String tenant, String id) {
        return as(tenant, Scope.CUSTOMERS_ERASE)
                .body("{\"id\":\"" + id + "\"}")
                .post("/v1/customers/erase");
    }
}
