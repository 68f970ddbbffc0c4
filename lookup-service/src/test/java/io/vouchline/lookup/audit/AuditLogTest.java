package io.vouchline.lookup.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How entries gather; the store is moved by hand, so that each moment can be looked at. */
class AuditLogTest {

    private static final int BUFFER = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final HandMovedStore store = new HandMovedStore();
    private final AuditLog log = new AuditLog(store, () -> BUFFER, vertx);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAnswerLeavesOnlyOnceItsBatchIsCommitted() throws Exception {
        CompletableFuture<Void> read = write(1);
        store.awaitBatches(1);
        assertFalse(read.isDone());
        store.commit(0);
        read.get(10, TimeUnit.SECONDS);
    }

    @Test
    void readsGatherWhileABatchIsOnItsWayAndNoLongerThanThatOrFiveMilliseconds() {
        CompletableFuture<Void> _ = write(1);
        store.awaitBatches(1);
        for (int i = 0; i < 10; i++) {
            CompletableFuture<Void> _ = write(1);
        }
        store.awaitBatches(2);
        int gathered = store.batches.stream().skip(1).mapToInt(List::size).sum();
        assertTrue(gathered >= 1, "what gathered goes out although the first is not back");
    }

    @Test
    void aBatchThatFailsRefusesAllItsReads() {
        CompletableFuture<Void> read = write(2);
        store.awaitBatches(1);
        store.fail(0, new TimeoutException());
        assertEquals(503, problem(read).problem().status());
    }

    @Test
    void aFullBufferRefusesAReadAndTakesTheNextOnceThereIsRoom() {
        CompletableFuture<Void> first = write(BUFFER);
        store.awaitBatches(1);
        assertEquals(503, problem(write(1)).problem().status());
        store.commit(0);
        first.join();
        CompletableFuture<Void> next = write(1);
        store.awaitBatches(2);
        store.commit(1);
        next.join();
    }

    private CompletableFuture<Void> write(int count) {
        List<AuditEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(
                    new AuditEntry(
                            Instant.EPOCH,
                            new Caller("bank", "client", null),
                            Purpose.CHANNELS,
                            UUID.randomUUID()));
        }
        return log.write(entries).subscribeAsCompletionStage();
    }

    private static ProblemException problem(CompletableFuture<Void> read) {
        Throwable failure =
                assertThrows(ExecutionException.class, () -> read.get(10, TimeUnit.SECONDS))
                        .getCause();
        return assertInstanceOf(ProblemException.class, failure);
    }

    private static final class HandMovedStore implements AuditStore {

        final List<List<AuditEntry>> batches = new CopyOnWriteArrayList<>();
        private final List<UniEmitter<? super Void>> writers = new CopyOnWriteArrayList<>();

        @Override
        public Uni<Void> add(List<AuditEntry> entries) {
            return Uni.createFrom()
                    .emitter(
                            writer -> {
                                writers.add(writer);
                                batches.add(List.copyOf(entries));
                            });
        }

        @Override
        public Uni<List<ReadEntry>> readsOf(String tenant, UUID subject) {
            return Uni.createFrom().item(List.of());
        }

        void commit(int batch) {
            writers.get(batch).complete(null);
        }

        void fail(int batch, Throwable failure) {
            writers.get(batch).fail(failure);
        }

        void awaitBatches(int count) {
            Instant end = Instant.now().plus(PATIENCE);
            while (batches.size() < count) {
                assertTrue(Instant.now().isBefore(end), "no batch came");
                Thread.onSpinWait();
            }
        }
    }
}
