package io.vouchline.gateway.startup;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Ready means: clients and keys loaded, warmed up as far as the services behind allow. One of them
 * away is told call by call, and must not remove the door.
 */
@Startup
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(15);

    private final WarmUp warmUp;
    private volatile boolean ready;

    ReadyCheck(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warmed up").status(ready).build();
    }

    void begin(@Observes StartupEvent started) {
        warmUp.run()
                .ifNoItem()
                .after(LONGEST_WARM_UP)
                .fail()
                .subscribe()
                .with(done -> ready = true, failure -> ready = true);
    }
}
