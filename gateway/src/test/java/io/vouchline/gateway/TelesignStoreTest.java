package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static io.vouchline.contract.testing.RedisConnection.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.testing.RedisAdmin;
import io.vouchline.gateway.Upstreams.Mode;
import io.vouchline.gateway.transaction.Transaction;
import io.vouchline.gateway.transaction.Transaction.Kind;
import io.vouchline.gateway.transaction.Transactions;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of a transaction, and what becomes of one that cannot be kept. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class TelesignStoreTest {

    private static final String FINE = "16502530000";
    private static final String RISKY = "16502530002";
    private static final String NO_WRITES = "CONFIG SET maxmemory 1";
    private static final String WRITES = "CONFIG SET maxmemory 0";

    /** Everything but transactions themselves can be written and read. */
    private static final String NO_TRANSACTIONS =
            "ACL SETUSER default resetkeys ~{transaction:proof}";

    private static final String ALL_KEYS = "ACL SETUSER default allkeys";

    @Inject Transactions transactions;

    @ConfigProperty(name = "quarkus.redis.hosts")
    URI redis;

    @BeforeAll
    static void theGatewayIsWarm() {
        GatewayServiceTest.theGatewayIsWarm();
    }

    @BeforeEach
    void theServicesAreFine() {
        Upstreams.are(Mode.FINE);
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (ask("call", FINE).extract().statusCode() != 200) {
            assertTrue(Instant.now().isBefore(deadline), "the breaker did not close again");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        Upstreams.forget();
    }

    @Test
    void whatWasSentIsKeptWithItsClientAndItsPackages() {
        Instant begin = Instant.now();
        Transaction kept =
                kept(ask("sms", FINE + "&verify_code=123&callback_url=https://bank.example/r"));
        assertEquals("bank", kept.tenant());
        assertEquals("sdk", kept.client());
        assertEquals(Kind.SMS, kept.kind());
        assertTrue(kept.supplied());
        assertFalse(kept.blocked());
        assertTrue(kept.billable());
        assertEquals(URI.create("https://bank.example/r"), kept.callback());
        assertEquals(82, kept.assessment().risk().score());
        assertFalse(kept.submittedAt().isBefore(begin));
        assertFalse(kept.submittedAt().isAfter(Instant.now()));
    }

    @Test
    void withoutAnAddressOfItsOwnTheClientsIsKept() {
        Transaction kept = kept(ask("call", FINE));
        assertEquals(URI.create("https://sdk.example/reports"), kept.callback());
        assertFalse(kept.supplied());
        assertEquals(Kind.CALL, kept.kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "sms"})
    void whatWasBlockedIsKeptAndNotBillable(String kind) {
        Transaction kept = kept(ask(kind, RISKY).body("status.code", is(233)));
        assertTrue(kept.blocked());
        assertFalse(kept.billable());
        assertEquals(820, kept.assessment().risk().score());
        assertEquals(kind, kept.kind().subResource());
    }

    @Test
    void whatNobodyAssessedIsKeptWithoutPackages() {
        Upstreams.are(Mode.RISK_BROKEN);
        Transaction kept = kept(ask("call", FINE).body("risk.degraded", is(true)));
        assertNull(kept.assessment());
        assertTrue(kept.billable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "sms"})
    void whereNothingCanBeKeptNobodyIsAskedAndNothingIsSent(String kind) {
        RedisAdmin admin = new RedisAdmin(redis.getPort());
        admin.send(NO_WRITES);
        try {
            unavailable(ask(kind, FINE));
            unavailable(ask(kind, RISKY));
        } finally {
            admin.send(WRITES);
        }
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ASSESS));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ISSUE));
    }

    /** It may be on its way: it must be good for nothing, and count as not sent. */
    @Test
    void aCodeWhoseTransactionCouldThenNotBeKeptIsEnded() {
        withoutTransactions(() -> unavailable(ask("call", FINE)));
        assertEquals(1, Upstreams.bodies(Upstreams.ISSUE).size());
        assertEquals(1, Upstreams.bodies(Upstreams.EXPIRE).size());
        String assessed =
                JsonPath.from(Upstreams.bodies(Upstreams.ASSESS).getLast()).getString("id");
        assertEquals(List.of(assessed), Withdrawn.ids(1));
    }

    @Test
    void aBlockThatCannotBeKeptIsNotTold() {
        withoutTransactions(() -> unavailable(ask("call", RISKY)));
        assertEquals(List.of(), Upstreams.bodies(Upstreams.ISSUE));
    }

    @Test
    void howATransactionStandsIsNotToldWhereItCannotBeRead() {
        withoutTransactions(
                () -> {
                    unavailable(
                            given().header("Authorization", authorization())
                                    .get("/v1/verify/" + Upstreams.REFERENCE)
                                    .then());
                    unavailable(
                            given().header("Authorization", authorization())
                                    .put("/v1/verify/completion/" + Upstreams.REFERENCE)
                                    .then());
                });
    }

    private void withoutTransactions(Runnable asking) {
        RedisAdmin admin = new RedisAdmin(redis.getPort());
        admin.send(NO_TRANSACTIONS);
        try {
            asking.run();
        } finally {
            admin.send(ALL_KEYS);
        }
    }

    private Transaction kept(ValidatableResponse answer) {
        String reference = answer.statusCode(200).extract().path("reference_id");
        return await(transactions.find(reference)).orElseThrow();
    }

    private static void unavailable(ValidatableResponse answer) {
        answer.statusCode(503).header("Retry-After", "2").body("errors.code", contains(-90001));
    }

    private static ValidatableResponse ask(String kind, String form) {
        return given().header("Authorization", authorization())
                .contentType("application/x-www-form-urlencoded")
                .body("phone_number=" + form)
                .post("/v1/verify/" + kind)
                .then();
    }

    private static String authorization() {
        return "Basic " + GatewayFixture.SDK_ID + ":" + GatewayFixture.SDK_KEY;
    }
}
