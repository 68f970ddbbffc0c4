package io.vouchline.lookup.startup;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.lookup.customer.CustomerSource;
import io.vouchline.lookup.vault.KeyProof;
import io.vouchline.lookup.vault.KeyProof.WrongKeysException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;

/**
 * Ready means: keys loaded and proven against the data, database reached once, look-ups warmed. It
 * never turns back: one blink of the database must not remove every endpoint.
 */
@Startup
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {

    private static final Logger LOGGER = Logger.getLogger(ReadyCheck.class);
    private static final int WARM_UPS = 20;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KeyProof proof;
    private final CustomerSource source;
    private volatile boolean ready;

    ReadyCheck(KeyProof proof, CustomerSource source) {
        this.proof = proof;
        this.source = source;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warmed up").status(ready).build();
    }

    void begin(@Observes StartupEvent started, Vertx vertx) {
        io.vertx.core.Context context =
                VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> prepare());
    }

    private void prepare() {
        proof.prove()
                .chain(this::warmUp)
                .onFailure(failure -> !(failure instanceof WrongKeysException))
                .invoke(failure -> LOGGER.warnf("not ready yet: %s", failure))
                .onFailure(failure -> !(failure instanceof WrongKeysException))
                .retry()
                .withBackOff(PAUSE, PAUSE)
                .indefinitely()
                .subscribe()
                .with(done -> ready = true, ReadyCheck::stop);
    }

    private Uni<Void> warmUp() {
        PhoneNumber nobody = PhoneNumber.ofE164("+16502530000");
        return Uni.createFrom()
                .voidItem()
                .chain(() -> source.byNumber("", nobody))
                .repeat()
                .atMost(WARM_UPS)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static void stop(Throwable failure) {
        LOGGER.fatal(failure.getMessage());
        Quarkus.asyncExit(1);
    }
}
