package io.vouchline.gateway.startup;

import io.quarkus.runtime.StartupEvent;
import io.vouchline.contract.number.Notation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Ready means: clients and keys loaded, numbers warmed. The services behind are not asked: one of
 * them away is told call by call, and must not remove the door.
 */
@Startup
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {

    private static final int WARM_UPS = 50;

    private volatile boolean ready;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warmed up").status(ready).build();
    }

    void begin(@Observes StartupEvent started) {
        boolean read = true;
        for (int i = 0; i < WARM_UPS; i++) {
            read &= Notation.NATIONAL.read("6502530000", "US").number().isPresent();
        }
        ready = read;
    }
}
