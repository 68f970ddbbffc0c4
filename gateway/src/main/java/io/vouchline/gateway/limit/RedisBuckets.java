package io.vouchline.gateway.limit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.redis.RedisScript;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Buckets in Redis, which all replicas share. */
@Singleton
class RedisBuckets implements Buckets {

    private static final RedisScript TAKE =
            RedisScript.of(RedisScript.read(RedisBuckets.class, "take.lua"));

    private final RedisAPI redis;
    private final ClockOffset clockOffset;

    RedisBuckets(RedisAPI redis, ClockOffset clockOffset) {
        this.redis = redis;
        this.clockOffset = clockOffset;
    }

    @Override
    public Uni<Duration> take(Bucket bucket, Rate rate) {
        return TAKE.run(
                        redis,
                        List.of("{limit:" + bucket.owner() + "}:" + bucket.name()),
                        List.of(
                                clockOffset.argument(),
                                Integer.toString(rate.atOnce()),
                                Long.toString(rate.period().toMillis())))
                .map(wait -> Long.parseLong(Objects.requireNonNull(wait).toString()))
                .map(Duration::ofMillis);
    }
}
