package io.vouchline.otp;

import static io.vouchline.otp.OtpCalls.authorized;
import static io.vouchline.otp.OtpCalls.check;
import static io.vouchline.otp.OtpCalls.issue;
import static io.vouchline.otp.OtpCalls.problem;
import static io.vouchline.otp.OtpCalls.request;
import static io.vouchline.otp.OtpCalls.submit;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vouchline.contract.testing.Ports;
import io.vouchline.contract.testing.RedisAdmin;
import io.vouchline.contract.testing.Requirement;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A Redis that is stuck, full, failing over or gone: never "verified", and back without restart.
 */
@QuarkusTest
@QuarkusTestResource(OtpFixture.class)
class OutageServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    @ConfigProperty(name = "quarkus.redis.hosts")
    URI redis;

    @AfterEach
    void mend() {
        RedisAdmin admin = new RedisAdmin(redis.getPort());
        admin.send("CONFIG SET maxmemory 0");
        admin.send("REPLICAOF NO ONE");
        awaitVerdict(anyNumber(), "000000");
    }

    @Test
    @Requirement(41)
    void aStuckRedisIsToldInsideTheDeadlineAndComesBackWithoutRestart() {
        String number = anyNumber();
        String code = revealed(number);
        new RedisAdmin(redis.getPort()).sendOnly("DEBUG SLEEP 4");
        problem(503, within(500, number, code)).header("Retry-After", is("2"));
        problem(503, issuing(500, anyNumber())).header("Retry-After", is("2"));
        assertEquals(200, RestAssured.get(Ports.management("/q/health/ready")).statusCode());
        // What was given up in time may still be carried out by Redis: the right code is used then.
        awaitVerdict(number, code).then().body("state", is(oneOf("VALID", "EXPIRED")));
    }

    @Test
    @Requirement(41)
    void aFullRedisTellsNoRightCodeFromAWrongOne() {
        String number = anyNumber();
        String code = revealed(number);
        RedisAdmin admin = new RedisAdmin(redis.getPort());
        admin.send("CONFIG SET maxmemory 1");
        problem(503, submit(number, code)).header("Retry-After", is("2"));
        problem(503, submit(number, code.equals("000000") ? "111111" : "000000"));
        problem(503, issuing(4_000, anyNumber()));
        admin.send("CONFIG SET maxmemory 0");
        check(number, code, "VALID");
    }

    @Test
    @Requirement(41)
    void aRedisThatBecameAReplicaRefusesUntilThereIsAMaster() {
        String number = anyNumber();
        String code = revealed(number);
        RedisAdmin admin = new RedisAdmin(redis.getPort());
        admin.send("REPLICAOF 127.0.0.1 " + Ports.free());
        problem(503, submit(number, code));
        problem(503, issuing(4_000, anyNumber()));
        admin.send("REPLICAOF NO ONE");
        check(number, code, "VALID");
    }

    @Test
    @Requirement(41)
    void aRedisThatForgotEverythingVerifiesNobody() {
        String number = anyNumber();
        String code = revealed(number);
        RedisAdmin admin = new RedisAdmin(redis.getPort());
        admin.send("SCRIPT FLUSH");
        admin.send("FLUSHALL");
        admin.send("CLIENT KILL TYPE normal");
        awaitVerdict(number, code).then().body("state", is("INVALID"));
        String again = anyNumber();
        check(again, revealed(again), "VALID");
        assertEquals("sms", Outbox.first(again).channel());
    }

    private static String anyNumber() {
        return "+1650254" + NEXT.getAndIncrement();
    }

    private static String revealed(String number) {
        return issue(request(number, "SMS", null, UUID.randomUUID().toString(), true))
                .extract()
                .path("code");
    }

    private static Response issuing(int millis, String number) {
        return authorized()
                .header("Vouchline-Remaining-Millis", millis)
                .body(request(number, "SMS", null, UUID.randomUUID().toString(), false))
                .post("/v1/verifications");
    }

    private static Response within(int millis, String number, String code) {
        return authorized()
                .header("Vouchline-Remaining-Millis", millis)
                .body("{\"number\":\"%s\",\"code\":\"%s\"}".formatted(number, code))
                .post("/v1/verifications/check");
    }

    /** The first verdict after the outage; until then there is a problem document, nothing else. */
    private static Response awaitVerdict(String number, String code) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Response answer = submit(number, code);
            if (answer.statusCode() == 200) {
                return answer;
            }
            problem(503, answer);
            assertTrue(Instant.now().isBefore(end), "it must come back");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
