package io.vouchline.risk.assessment;

import static io.vouchline.contract.testing.RedisConnection.await;
import static io.vouchline.risk.RiskCalls.authorized;
import static io.vouchline.risk.RiskCalls.request;
import static io.vouchline.risk.RiskCalls.tell;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.testing.Ports;
import io.vouchline.risk.RiskFixture;
import io.vouchline.risk.history.History;
import io.vouchline.risk.history.HistoryStore;
import io.vouchline.risk.history.HistoryStore.Ask;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RiskFixture.class)
class AssessmentServiceTest {

    private static final int PUMPED = 40;

    @Inject HistoryStore history;

    private String tenant = "";

    @BeforeEach
    void aTenantWithoutHistory() {
        tenant = "bank-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aNewNumberOfTheOwnCountryIsCalled() {
        assess("+16502530000")
                .body("blocked", is(false))
                .body("degraded", is(false))
                .body("risk.score", lessThanOrEqualTo(50))
                .body("risk.weights", is("2026-11"))
                .body("region_code", is("US"))
                .body("location", is("Mountain View, CA"));
    }

    @Test
    void pumpingABlockEndsAfterAFewCalls() {
        int called = pumped("+3712234");
        assertTrue(called <= 6, called + " calls");
        assess("+37122349999")
                .body("blocked", is(true))
                .body("risk.reasons", hasSize(4))
                .body("risk.reasons.code", hasItem("unexpected_country_budget"))
                .body("risk.reasons[0].points", greaterThan(0F));
    }

    @Test
    void whoeverVerifiedBeforeIsCalledDespiteAnAttackOnTheirBlock() {
        tell(tenant, Scope.OUTCOMES_TELL, "first-verified", "+37122345555", "VERIFIED")
                .body("counted", is(true));
        int called = pumped("+3712234");
        assertTrue(called <= 6, called + " calls");
        assess("+37122345555")
                .body("blocked", is(false))
                .body("risk.reasons[0].code", is("standing"));
    }

    @Test
    void oneTenantsAttackIsNotAnothersBurden() {
        pumped("+3712234");
        tenant = tenant + "-other";
        assess("+37122340007").body("blocked", is(false));
    }

    @Test
    void onlyWhatWasNotBlockedCountsAsSent() {
        int called = pumped("+3712234");
        awaitAdmitted(called);
        assertEquals(PUMPED + 1.0, looked().destination().block().askedHour(), 0.5);
    }

    @Test
    void triesOfOneRequestCountOnce() {
        String id = UUID.randomUUID().toString();
        for (int i = 0; i < 30; i++) {
            assess(request(id, "+16502530000", 600, "INTELLIGENCE_2_0", false), true)
                    .body("blocked", is(false))
                    .body("risk.reasons.code", not(hasItem("number_velocity")));
        }
    }

    @Test
    void aNumberThatIsAskedForAgainAndAgainIsBlocked() {
        ValidatableResponse last = assess("+16502530000");
        for (int i = 0; i < 15; i++) {
            last = assess("+16502530000");
        }
        last.body("blocked", is(true)).body("risk.reasons[0].code", is("number_velocity"));
    }

    @Test
    void inShadowModeTheScoreIsToldAndNothingIsBlocked() {
        String body =
                request(UUID.randomUUID().toString(), "+19002530000", 0, "INTELLIGENCE_2_0", true);
        assess(body, true)
                .body("blocked", is(false))
                .body("risk.score", greaterThan(600))
                .body("risk.recommendation", is("block"));
    }

    @ParameterizedTest
    @CsvSource({"INTELLIGENCE_1_0, high, block", "INTELLIGENCE_2_0, very high, block"})
    void theScaleGivesTheWords(String scale, String level, String recommendation) {
        assess(request(UUID.randomUUID().toString(), "+19002530000", 1000, scale, false), true)
                .body("risk.level", is(level))
                .body("risk.recommendation", is(recommendation))
                .body("blocked", is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+870773000123", "+881612345678", "+447012345678", "+8835100012345"})
    void numbersWhoseCallsCostFarMoreAreBlocked(String number) {
        assess(number).body("blocked", is(true));
    }

    @Test
    void aReportOfFraudBlocksUntilItIsTakenBack() {
        tell(tenant, Scope.OUTCOMES_TELL, "fraud-report", "+16502530000", "FRAUD");
        assess("+16502530000").body("blocked", is(true));
        tell(tenant, Scope.OUTCOMES_TELL, "fraud-report", "+16502530000", "FRAUD")
                .body("counted", is(false));
        tell(tenant, Scope.OUTCOMES_TELL, "no-fraud-at-all", "+16502530000", "GENUINE");
        assess("+16502530000").body("blocked", is(false));
    }

    @Test
    void outcomesAreToldByWhoeverMay() {
        tell(tenant, Scope.NUMBERS_ASSESS, "not-mine-to-tell", "+16502530000", "FRAUD")
                .statusCode(403);
        tell(tenant, Scope.OUTCOMES_TELL, "short", "+16502530000", "FRAUD").statusCode(400);
        tell(tenant, Scope.OUTCOMES_TELL, "an-outcome", "+16502530000", "PERHAPS").statusCode(400);
    }

    private int pumped(String block) {
        int called = 0;
        for (int i = 0; i < PUMPED; i++) {
            boolean blocked = assess(block + (1000 + i)).extract().jsonPath().getBoolean("blocked");
            called += blocked ? 0 : 1;
        }
        return called;
    }

    /** A blocked request is taken back behind the answer. */
    private void awaitAdmitted(int expected) {
        Instant end = Instant.now().plusSeconds(30);
        while (looked().destination().block().admittedHour() > expected + 0.5) {
            assertTrue(Instant.now().isBefore(end), "blocked requests stay counted");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertEquals(expected, looked().destination().block().admittedHour(), 0.5);
    }

    private final String lookedAt = UUID.randomUUID().toString();

    private History looked() {
        return await(
                history.ask(
                        new Ask(
                                lookedAt,
                                tenant,
                                "client",
                                PhoneNumber.ofE164("+37122348888"),
                                false,
                                Optional.empty())));
    }

    private ValidatableResponse assess(String number) {
        return assess(request(number), true);
    }

    private ValidatableResponse assess(String body, boolean fine) {
        ValidatableResponse answer =
                authorized(tenant, Scope.NUMBERS_ASSESS).body(body).post("/v1/assessments").then();
        return fine ? answer.statusCode(200) : answer;
    }

    @Test
    void metricsTellOfOutcomesAndLists() {
        tell(tenant, Scope.OUTCOMES_TELL, "for-the-metrics", "+16502530000", "VERIFIED");
        String metrics = io.restassured.RestAssured.get(Ports.management("/q/metrics")).asString();
        assertTrue(metrics.contains("vouchline_lists_entries"), metrics);
    }
}
