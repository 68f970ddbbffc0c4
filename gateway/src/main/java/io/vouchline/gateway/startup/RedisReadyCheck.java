package io.vouchline.gateway.startup;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.redis.RedisPromises;
import io.vouchline.contract.redis.RedisPromises.UntrustworthyRedisException;
import io.vouchline.contract.startup.UntilReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Ready means: clients and keys loaded, Redis reached once and trustworthy, warmed up as far as the
 * services behind allow. One of them away is told call by call, and must not remove the door; so is
 * a Redis that is lost later.
 */
@Startup
@Readiness
@ApplicationScoped
class RedisReadyCheck implements HealthCheck {

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(15);
    private static final Duration LONGEST_PING = Duration.ofSeconds(5);

    private final RedisAPI redis;
    private final WarmUp warmUp;
    private final boolean insist;
    private volatile boolean ready;

    RedisReadyCheck(RedisAPI redis, WarmUp warmUp, StartupConfig config) {
        this.redis = redis;
        this.warmUp = warmUp;
        this.insist = ConfigUtils.isProfileActive("prod") && !config.allowForgetfulRedis();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warmed up").status(ready).build();
    }

    void begin(@Observes StartupEvent started) {
        Uni<Void> warm =
                warmUp.run().ifNoItem().after(LONGEST_WARM_UP).fail().onFailure().recoverWithNull();
        UntilReady.run(
                Uni.createFrom().deferred(this::reached).chain(() -> warm),
                UntrustworthyRedisException.class::isInstance,
                () -> ready = true);
    }

    private Uni<Void> reached() {
        return insist
                ? RedisPromises.demand(redis)
                : redis.ping(List.of()).ifNoItem().after(LONGEST_PING).fail().replaceWithVoid();
    }
}
