package io.vouchline.gateway.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.gateway.access.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void end() {
        var _ = vertx.close();
    }

    @Test
    void aStoreThatNeverAnswersHoldsUpNothingAndIsAskedNoFurtherThanItCanTake() {
        Store store = new Store(() -> Uni.createFrom().nothing());
        Recorder recorder = recorder(store);
        for (int i = 0; i < 100; i++) {
            recorder.record(decided(DecidedTest.BANK));
        }
        assertEquals(68, unkept("full"));
        await(() -> store.kept.size() == 32);
        assertEquals(100, registry.get("vouchline.decisions").counter().count());
    }

    @Test
    void aStoreThatFailsIsCountedAndAskedAgain() {
        Store store = new Store(() -> Uni.createFrom().failure(new IllegalStateException("away")));
        Recorder recorder = recorder(store);
        for (int i = 1; i <= 40; i++) {
            recorder.record(decided(DecidedTest.BANK));
            int failures = i;
            await(() -> unkept("failed") == failures);
        }
        assertEquals(0, unkept("full"));
    }

    @Test
    void aStoreThatThrowsIsOneThatFails() {
        Recorder recorder =
                recorder(
                        new Store(
                                () -> {
                                    throw new IllegalStateException("broken");
                                }));
        for (int i = 1; i <= 40; i++) {
            recorder.record(decided(DecidedTest.BANK));
            int failures = i;
            await(() -> unkept("failed") == failures);
        }
    }

    @Test
    void whatHasNoTenantIsNotKept() {
        Store store = new Store(() -> Uni.createFrom().voidItem());
        Recorder recorder = recorder(store);
        recorder.record(decided(Optional.empty()));
        recorder.record(decided(DecidedTest.BANK));
        await(() -> !store.kept.isEmpty());
        assertEquals(List.of("bank"), List.copyOf(store.kept));
        assertEquals(2, registry.get("vouchline.decisions").counter().count());
    }

    private Recorder recorder(DecisionStore store) {
        return new Recorder(
                store,
                new DecisionLog(),
                new DecisionMetrics(registry),
                new NumberHash(SecretKeySet.read("numbers", KeyFiles.secret("numbers")).current()),
                vertx);
    }

    private double unkept(String why) {
        return registry.get("vouchline.decisions.unkept").tag("why", why).counter().count();
    }

    private static Decided decided(Optional<Client> who) {
        return new Decided(
                who,
                false,
                "dialogflow",
                "send",
                new CurrentDecision(),
                Optional.empty(),
                200,
                DecisionFixture.TRACE,
                Duration.ofMillis(12));
    }

    private static void await(BooleanSupplier done) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("it did not come to that");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static final class Store implements DecisionStore {

        private final Queue<String> kept = new ConcurrentLinkedQueue<>();
        private final Supplier<Uni<Void>> answer;

        Store(Supplier<Uni<Void>> answer) {
            this.answer = answer;
        }

        @Override
        public Uni<Void> keep(Decision decision, String tenant, boolean found) {
            kept.add(tenant);
            return answer.get();
        }

        @Override
        public Uni<List<Decision>> about(String tenant, String subjectHash) {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<List<Decision>> under(String tenant, String correlationId) {
            return Uni.createFrom().item(List.of());
        }
    }
}
