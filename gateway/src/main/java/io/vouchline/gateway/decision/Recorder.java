package io.vouchline.gateway.decision;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vouchline.contract.number.NumberHash;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Records what requests came to: the log is the record, Redis the view. Nobody waits for Redis, and
 * nothing fails with it: it is told in a context of its own, which neither ends with the request
 * nor changes anything of it. What comes without a tenant is not kept there: anybody can cause it.
 */
@Singleton
class Recorder {

    private static final Logger LOGGER = Logger.getLogger(Recorder.class);

    /** Half of the connections: a Redis that is slow is not kept from those who wait for it. */
    private static final int MOST_UNDER_WAY = 32;

    private final DecisionStore store;
    private final DecisionLog log;
    private final DecisionMetrics metrics;
    private final NumberHash numbers;
    private final Vertx vertx;
    private final InstantSource clock = InstantSource.system();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean failing = new AtomicBoolean();

    Recorder(
            DecisionStore store,
            DecisionLog log,
            DecisionMetrics metrics,
            NumberHash numbers,
            Vertx vertx) {
        this.store = store;
        this.log = log;
        this.metrics = metrics;
        this.numbers = numbers;
        this.vertx = vertx;
    }

    /** Returns at once. */
    void record(Decided decided) {
        Decision decision = decided.at(clock.instant(), numbers);
        metrics.count(decision);
        log.write(decision);
        String tenant = decision.tenant();
        if (tenant != null) {
            keep(decision, tenant, !decision.operation().equals(DecisionResource.OPERATION));
        }
    }

    private void keep(Decision decision, String tenant, boolean found) {
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            int _ = underWay.decrementAndGet();
            metrics.full();
            return;
        }
        Context root = VertxContext.getRootContext(vertx.getOrCreateContext());
        VertxContext.createNewDuplicatedContext(root)
                .runOnContext(_ -> keeping(decision, tenant, found));
    }

    private void keeping(Decision decision, String tenant, boolean found) {
        Cancellable _ =
                Uni.createFrom()
                        .deferred(() -> store.keep(decision, tenant, found))
                        .onTermination()
                        .invoke(underWay::decrementAndGet)
                        .subscribe()
                        .with(_ -> kept(), this::lost);
    }

    private void kept() {
        if (failing.compareAndSet(true, false)) {
            LOGGER.info("decisions are kept in Redis again");
        }
    }

    private void lost(Throwable failure) {
        metrics.failed();
        if (failing.compareAndSet(false, true)) {
            LOGGER.warnf("decisions are not kept in Redis now, only logged: %s", failure);
        }
    }
}
