package io.vouchline.gateway.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.GatewayFixture;
import io.vouchline.gateway.Upstreams;
import io.vouchline.gateway.access.Clients;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(GatewayFixture.class)
class ProofCheckTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String RESERVE = "/v1/attempts/reserve";
    private static final String SETTLE = "/v1/attempts/settle";
    private static final String SOMEBODY = "+16502530000";

    private final AtomicInteger looks = new AtomicInteger();

    @Inject ProofCheck proofs;
    @Inject Clients clients;
    @Inject CurrentRequest current;

    @BeforeEach
    void nothingIsWrittenDown() {
        Upstreams.forget();
    }

    @Test
    @ActivateRequestContext
    void aRightProofTakesItsOwnFailureBack() {
        ProofVerdict<String> verdict = checked(SOMEBODY, found("it"));
        assertEquals(Optional.of("it"), verdict.found());
        assertEquals(List.of(attempt(SOMEBODY, "a")), Upstreams.bodies(RESERVE));
        assertEquals(List.of(settled(SOMEBODY, "a", true)), Upstreams.bodies(SETTLE));
    }

    @Test
    @ActivateRequestContext
    void aWrongProofLetsItsFailureStand() {
        ProofVerdict<String> verdict = checked(SOMEBODY, nothing());
        assertFalse(verdict.isRight());
        assertFalse(verdict.isLocked());
        assertEquals(List.of(settled(SOMEBODY, "a", false)), Upstreams.bodies(SETTLE));
    }

    @Test
    @ActivateRequestContext
    void aLockedNumbersProofIsNotLookedAt() {
        ProofVerdict<String> verdict = checked(Upstreams.LOCKED, found("it"));
        assertTrue(verdict.isLocked());
        assertFalse(verdict.isRight());
        assertEquals(0, looks.get());
        assertEquals(List.of(), Upstreams.bodies(SETTLE));
    }

    @Test
    @ActivateRequestContext
    void whatCouldNotBeLookedAtIsTakenBack() {
        assertThrows(
                IllegalStateException.class,
                () ->
                        checked(
                                SOMEBODY,
                                Uni.createFrom().failure(new IllegalStateException("away"))));
        assertEquals(List.of(settled(SOMEBODY, "a", true)), Upstreams.bodies(SETTLE));
    }

    @Test
    @ActivateRequestContext
    void anAttemptThatWasWrongStaysSoWithoutAnotherLook() {
        assertFalse(checked(Upstreams.FAILED, found("it")).isRight());
        assertEquals(0, looks.get());
        assertEquals(List.of(), Upstreams.bodies(SETTLE));
    }

    @Test
    @ActivateRequestContext
    void anAttemptThatWasTakenBackIsLookedAtAgainAndCountsIfItIsWrong() {
        assertTrue(checked(Upstreams.PASSED, found("it")).isRight());
        assertEquals(List.of(), Upstreams.bodies(SETTLE));
        Upstreams.forget();
        assertFalse(checked(Upstreams.PASSED, nothing()).isRight());
        assertEquals(
                List.of(attempt(Upstreams.PASSED, "a"), attempt(Upstreams.PASSED, "a again")),
                Upstreams.bodies(RESERVE));
        assertEquals(
                List.of(settled(Upstreams.PASSED, "a again", false)), Upstreams.bodies(SETTLE));
    }

    private ProofVerdict<String> checked(String number, Uni<Optional<String>> look) {
        current.begin(clients.any().orElseThrow(), Deadline.in(PATIENCE, InstantSource.system()));
        return proofs.check(
                        PhoneNumber.ofE164(number),
                        "a",
                        () -> {
                            int _ = looks.incrementAndGet();
                            return look;
                        })
                .await()
                .atMost(PATIENCE);
    }

    private static Uni<Optional<String>> found(String what) {
        return Uni.createFrom().item(Optional.of(what));
    }

    private static Uni<Optional<String>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    private static String attempt(String number, String id) {
        return "{\"number\":\"%s\",\"attempt_id\":\"%s\"}".formatted(number, id);
    }

    private static String settled(String number, String id, boolean passed) {
        return "{\"number\":\"%s\",\"attempt_id\":\"%s\",\"passed\":%s}"
                .formatted(number, id, passed);
    }
}
