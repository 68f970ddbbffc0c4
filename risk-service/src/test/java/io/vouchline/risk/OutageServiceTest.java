package io.vouchline.risk;

import static io.vouchline.risk.RiskCalls.authorized;
import static io.vouchline.risk.RiskCalls.request;
import static io.vouchline.risk.RiskCalls.tell;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.RedisAdmin;
import io.vouchline.contract.testing.Requirement;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Redis that is stuck, full or failing over: scored by the number alone, and marked so. */
@QuarkusTest
@QuarkusTestResource(RiskFixture.class)
@TestProfile(OutageServiceTest.AsInProduction.class)
class OutageServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MOBILE = "+447400123456";
    private static final String PREMIUM = "+19002530000";

    @ConfigProperty(name = "quarkus.redis.hosts")
    URI redis;

    @BeforeEach
    void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        while (RestAssured.get(Ports.management("/q/health/ready")).statusCode() != 200) {
            assertTrue(Instant.now().isBefore(end), "it must become ready");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @AfterEach
    void mend() {
        RedisAdmin admin = new RedisAdmin(redis.getPort());
        admin.send("CONFIG SET maxmemory 0");
        admin.send("REPLICAOF NO ONE");
        awaitHistory();
    }

    @Test
    @Requirement(41)
    void aStuckRedisHoldsNoAnswerUp() {
        new RedisAdmin(redis.getPort()).sendOnly("DEBUG SLEEP 3");
        awaitDegraded();
        byTheNumberAlone();
        RestAssured.get(Ports.management("/q/health/ready")).then().statusCode(200);
    }

    @Test
    @Requirement(41)
    void aFullRedisIsAsGoodAsNone() {
        new RedisAdmin(redis.getPort()).send("CONFIG SET maxmemory 1");
        byTheNumberAlone();
        tell("bank", Scope.OUTCOMES_TELL, "while-it-is-full", MOBILE, "FRAUD")
                .statusCode(503)
                .header("Retry-After", is("2"));
    }

    @Test
    @Requirement(41)
    void aRedisThatBecameAReplicaIsAsGoodAsNone() {
        new RedisAdmin(redis.getPort()).send("REPLICAOF 127.0.0.1 " + Ports.free());
        byTheNumberAlone();
    }

    private static void byTheNumberAlone() {
        assess(MOBILE).body("degraded", is(true)).body("blocked", is(false));
        assess(PREMIUM).body("degraded", is(true)).body("blocked", is(true));
    }

    private static ValidatableResponse assess(String number) {
        return authorized("bank", Scope.NUMBERS_ASSESS)
                .body(request(number))
                .post("/v1/assessments")
                .then()
                .statusCode(200);
    }

    private static void awaitDegraded() {
        await(true);
    }

    private static void awaitHistory() {
        await(false);
    }

    private static void await(boolean degraded) {
        Instant end = Instant.now().plus(PATIENCE);
        while (assess(MOBILE).extract().jsonPath().getBoolean("degraded") != degraded) {
            assertTrue(Instant.now().isBefore(end), "degraded must become " + degraded);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** The limit that production has. */
    public static final class AsInProduction implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("vouchline.assessment.history-timeout", "250ms");
        }
    }
}
