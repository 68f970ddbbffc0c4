package io.vouchline.otp.startup;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.redis.RedisPromises;
import io.vouchline.contract.redis.RedisPromises.UntrustworthyRedisException;
import io.vouchline.contract.startup.UntilReady;
import io.vouchline.otp.verification.KeyProof;
import io.vouchline.otp.verification.KeyProof.WrongKeysException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * Ready means: keys loaded and proven against the data, Redis reached once and trustworthy, scripts
 * warmed. It never turns back: one blink of Redis must not remove every endpoint.
 */
@Startup
@Readiness
@ApplicationScoped
class RedisReadyCheck implements HealthCheck {

    private static final int WARM_UPS = 20;

    private final RedisAPI redis;
    private final KeyProof proof;
    private final boolean insist;
    private volatile boolean ready;

    RedisReadyCheck(RedisAPI redis, KeyProof proof, StartupConfig config) {
        this.redis = redis;
        this.proof = proof;
        this.insist = ConfigUtils.isProfileActive("prod") && !config.allowForgetfulRedis();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warmed up").status(ready).build();
    }

    void begin(@Observes StartupEvent started) {
        Uni<Void> steps =
                Uni.createFrom().deferred(this::promises).chain(proof::prove).chain(this::warmUp);
        UntilReady.run(steps, RedisReadyCheck::isFinal, () -> ready = true);
    }

    private Uni<Void> promises() {
        return insist ? RedisPromises.demand(redis) : Uni.createFrom().voidItem();
    }

    private Uni<Void> warmUp() {
        return Uni.createFrom()
                .voidItem()
                .chain(proof::prove)
                .repeat()
                .atMost(WARM_UPS)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static boolean isFinal(Throwable failure) {
        return failure instanceof WrongKeysException
                || failure instanceof UntrustworthyRedisException;
    }
}
