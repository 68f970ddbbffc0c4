package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vouchline.gateway.Upstreams.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A number that was assessed for a code counts as one that got it, until it is withdrawn. */
@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class WithdrawalServiceTest {

    private static final String FINE = "6502530000";

    /** Assessed without memory; never verified before. */
    private static final String UNKNOWN = "6502530006";

    @BeforeAll
    static void theGatewayIsWarm() {
        GatewayServiceTest.theGatewayIsWarm();
    }

    @BeforeEach
    void theServicesAreFine() {
        theServicesAreFineAgain();
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (send(FINE).extract().statusCode() != 200) {
            assertTrue(Instant.now().isBefore(deadline), "the breaker did not close again");
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        Upstreams.forget();
    }

    @AfterEach
    void theServicesAreFineAgain() {
        Upstreams.are(Mode.FINE);
        Upstreams.takeWithdrawals(Mode.FINE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"CONFLICTING", "UNREADABLE", "ISSUE_BROKEN", "ISSUE_SILENT"})
    void whateverKeepsACodeFromBeingIssuedIsWithdrawnOnce(Mode mode) {
        Upstreams.are(mode);
        var _ = send(FINE);
        var _ = call(FINE);
        assertAllAreWithdrawnOnce(2);
    }

    @Test
    void aLimitIsWithdrawnOnce() {
        Upstreams.areLimited("90");
        send(FINE).statusCode(200).body("reason", is("limited"));
        call(FINE).statusCode(429);
        assertAllAreWithdrawnOnce(2);
    }

    @Test
    void aNumberThatWasNeverVerifiedIsWithdrawnOnce() {
        send(UNKNOWN).statusCode(200).body("reason", is("blocked"));
        call(UNKNOWN).statusCode(200).body("status.code", is(233));
        assertAllAreWithdrawnOnce(2);
    }

    @Test
    void aCodeThatABreakerKeepsFromBeingIssuedIsWithdrawn() {
        Upstreams.are(Mode.ISSUE_BROKEN);
        int orders = -1;
        int sent = 0;
        while (orders != Upstreams.bodies(Upstreams.ISSUE).size()) {
            assertTrue(sent < 100, "the breaker did not open");
            orders = Upstreams.bodies(Upstreams.ISSUE).size();
            send(FINE).statusCode(503);
            sent++;
        }
        assertAllAreWithdrawnOnce(sent);
    }

    @Test
    void whatIsSentIsNotWithdrawn() {
        send(FINE).body("otp_sent", is(true));
        call(FINE).body("status.code", is(103));
        Upstreams.forget();
        Upstreams.areLimited("90");
        send(FINE).body("reason", is("limited"));
        assertAllAreWithdrawnOnce(1);
    }

    /** Its check is not seen anyway. */
    @Test
    void aCodeOfThePlatformsOwnDidNotCountAndIsNotWithdrawn() {
        Upstreams.areLimited("90");
        call(FINE + "&verify_code=12345").statusCode(429);
        Upstreams.forget();
        send(FINE).body("reason", is("limited"));
        assertAllAreWithdrawnOnce(1);
    }

    /** The second try is made when the request has long been answered. */
    @Test
    void aWithdrawalIsMadeForTheClientWithNoOtherRightAndTriedAgain() {
        Upstreams.areLimited("90");
        Upstreams.takeWithdrawals(Mode.RESET_ONCE);
        call(FINE).statusCode(429);
        List<String> told = Withdrawn.bodies(2);
        assertEquals(told.getFirst(), told.getLast());
        assertEquals("+1" + FINE, JsonPath.from(told.getFirst()).getString("number"));
        for (String token : Upstreams.tokensOfWithdrawals()) {
            JsonPath claims = JsonPath.from(token);
            assertEquals("bank", claims.getString("tenant"));
            assertEquals("full", claims.getString("client"));
            assertEquals("risk-service", claims.getString("aud"));
            assertEquals("numbers:assess", claims.getString("scope"));
        }
    }

    /** A try is waited for 5 s here: whoever waited for it would be answered later than that. */
    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"BROKEN", "SILENT"})
    void aWithdrawalThatFailsChangesNothingForTheCaller(Mode mode) {
        Upstreams.areLimited("90");
        Upstreams.takeWithdrawals(mode);
        Instant begin = Instant.now();
        send(FINE).statusCode(200).body("otp_sent", is(false)).body("reason", is("limited"));
        call(FINE)
                .statusCode(429)
                .header("Retry-After", "90")
                .body("errors.code", contains(-40007));
        assertTrue(Duration.between(begin, Instant.now()).compareTo(Duration.ofSeconds(5)) < 0);
        assertFalse(Withdrawn.bodies(1).isEmpty());
    }

    @Test
    void aWithdrawalThatFailsIsLoggedOnceWithoutTheNumber() {
        Logger root = Logger.getLogger("");
        Lines lines = new Lines();
        root.addHandler(lines);
        try {
            Upstreams.areLimited("90");
            Upstreams.takeWithdrawals(Mode.BROKEN);
            send(FINE).body("reason", is("limited"));
            Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
            while (lines.ofWithdrawals().isEmpty()) {
                assertTrue(Instant.now().isBefore(deadline), "nothing was logged");
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        } finally {
            root.removeHandler(lines);
        }
        assertEquals(1, lines.ofWithdrawals().size(), lines.ofWithdrawals()::toString);
        assertFalse(lines.ofWithdrawals().getFirst().contains("650253"));
    }

    /** So many requests were assessed, and each of them was withdrawn under its id. */
    private static void assertAllAreWithdrawnOnce(int count) {
        List<String> assessed =
                Upstreams.bodies(Upstreams.ASSESS).stream()
                        .map(body -> JsonPath.from(body).getString("id"))
                        .sorted()
                        .toList();
        assertEquals(count, assessed.size());
        assertEquals(assessed, Withdrawn.ids(count).stream().sorted().toList());
    }

    private static ValidatableResponse call(String form) {
        return given().header("X-API-Key", GatewayFixture.FULL_KEY)
                .contentType("application/x-www-form-urlencoded")
                .body("phone_number=" + form)
                .post("/v1/verify/call")
                .then();
    }

    private static ValidatableResponse send(String number) {
        return given().header("X-API-Key", GatewayFixture.FULL_KEY)
                .contentType(ContentType.JSON)
                .body("{\"phone_number\":\"%s\",\"channel\":\"mobile\"}".formatted(number))
                .post("/dialogflow/send_otp")
                .then();
    }

    /** All that is logged. */
    private static final class Lines extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        List<String> ofWithdrawals() {
            return lines.stream().filter(line -> line.contains("withdrawals")).toList();
        }

        @Override
        public void publish(LogRecord record) {
            boolean _ = lines.add(record.getMessage() + Arrays.toString(record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
