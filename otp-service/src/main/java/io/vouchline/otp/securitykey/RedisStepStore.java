package io.vouchline.otp.securitykey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.redis.RedisScript;
import io.vouchline.otp.store.Keys;
import io.vouchline.otp.store.Scripts;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Used time steps in Redis. */
@Singleton
class RedisStepStore implements StepStore {

    private static final RedisScript USE = Scripts.beside(RedisStepStore.class, "use-step.lua");

    /**
     * A step is looked at from one step before it to one step after it, 90 s in all: what is
     * forgotten after ten minutes could not be used again anyway, unless the clock of Redis went
     * back by more than eight.
     */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final RedisAPI redis;

    RedisStepStore(RedisAPI redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Boolean> use(KeyName key, long step, String reservation) {
        return USE.run(
                        redis,
                        List.of(Keys.step(key.place())),
                        List.of(
                                Long.toString(step),
                                reservation,
                                Long.toString(REMEMBERED.toMillis())))
                .map(answer -> Objects.requireNonNull(answer).toInteger() == 1);
    }
}
