package io.vouchline.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vouchline.gateway.ContactBook.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(NoticeFixture.Carrying.class)
class NoticeServiceTest {

    private static final String CLAIM = "/v1/contact-changes/claim";

    @Test
    void aClaimedChangeIsToldToEachAndSettledOnce() {
        waitUntil(() -> ContactBook.isSettled(Change.TOLD));
        waitForRounds(3);
        assertEquals(1, notices("+16502530000"));
        assertEquals(1, notices("told@example.com"));
        assertEquals(
                1,
                ContactBook.calls("/v1/contact-changes/settle").stream()
                        .filter(call -> call.body().contains(Change.TOLD.id()))
                        .count());
    }

    @Test
    void aChangeIsClaimedForTwoMinutesTwentyAtATime() {
        waitForRounds(1);
        assertEquals(
                "{\"most\":20,\"lease_seconds\":120}", ContactBook.calls(CLAIM).getFirst().body());
    }

    @Test
    void aNoticeThatHasNotGoneOutLeavesItsChangeToBeClaimedAgain() {
        waitUntil(() -> notices("+16502530503") >= 3);
        assertFalse(ContactBook.isSettled(Change.WAITING));
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "UNKNOWN", "TO_NOBODY"})
    void whatEndedInAnyWayIsSettled(Change change) {
        waitUntil(() -> ContactBook.isSettled(change));
    }

    @Test
    void whoWasToldIsNotToldAgainWhileAnotherNoticeOfTheChangeWaits() {
        waitUntil(() -> notices("+16502530504") >= 3);
        assertEquals(1, notices("half@example.com"));
        assertFalse(ContactBook.isSettled(Change.HALF));
    }

    @Test
    void aNoticeMayTakeLongerThanACallersCall() {
        waitUntil(() -> ContactBook.isSettled(Change.SLOW));
        assertEquals(1, notices("slow@example.com"));
    }

    @Test
    void oneTenantsFailureIsNotItsNeighbours() {
        waitUntil(() -> ContactBook.isSettled(Change.TOLD));
        assertTrue(
                ContactBook.calls(CLAIM).stream()
                        .anyMatch(call -> call.claim("tenant").equals("a-bank")),
                "the tenant that is asked first fails");
    }

    @Test
    void oneClientStandsForItsTenantAlways() {
        waitForRounds(5);
        assertEquals(
                Set.of("first", "third"),
                ContactBook.calls(CLAIM).stream()
                        .map(call -> call.claim("client"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void aTokenCarriesTheScopeOfItsCallAlone() {
        waitUntil(() -> ContactBook.isSettled(Change.TOLD));
        askAsTheClientThatStandsForTheTenant(
                "telephony_verification", "{\"phone_number\":\"6502530000\"}");
        askAsTheClientThatStandsForTheTenant(
                "verify_otp", "{\"phone_number\":\"6502530000\",\"otp\":\"012345\"}");
        assertEquals(Set.of("lookup-service contact-changes:tell"), rights("/v1/contact-changes/"));
        assertEquals(Set.of("otp-service notices:send"), rights("/v1/notices"));
        assertEquals(Set.of("lookup-service customers:read"), rights("/v1/accounts/summary"));
        assertEquals(
                Set.of("otp-service passcodes:issue passcodes:check"),
                rights("/v1/verifications/check"));
    }

    @Test
    void manyNoticesThatFailOpenNoBreakerOfTheCallers() {
        waitUntil(() -> notices("+1650253050") >= 50);
        askAsTheClientThatStandsForTheTenant(
                "verify_otp", "{\"phone_number\":\"6502530000\",\"otp\":\"012345\"}");
    }

    @Test
    void aLookupServiceThatIsAwayDoesNotStopTheTicks() {
        ContactBook.isAway(true);
        waitForRounds(5);
        assertFalse(ContactBook.isSettled(Change.LATE));
        ContactBook.isAway(false);
        waitUntil(() -> ContactBook.isSettled(Change.LATE));
    }

    private static void askAsTheClientThatStandsForTheTenant(String webhook, String body) {
        given().header("X-API-Key", NoticeFixture.KEY)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/dialogflow/" + webhook)
                .then()
                .statusCode(is(200));
    }

    private static Set<String> rights(String path) {
        return ContactBook.calls(path).stream()
                .map(call -> call.claim("aud") + " " + call.claim("scope"))
                .collect(Collectors.toSet());
    }

    private static long notices(String to) {
        return ContactBook.calls("/v1/notices").stream()
                .filter(call -> call.body().contains(to))
                .count();
    }

    private static void waitForRounds(int count) {
        int before = ContactBook.calls(CLAIM).size();
        waitUntil(() -> ContactBook.calls(CLAIM).size() >= before + 2 * count);
    }

    private static void waitUntil(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(deadline), "waited too long");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
