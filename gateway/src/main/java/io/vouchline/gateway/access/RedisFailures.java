package io.vouchline.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.redis.RedisScript;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * A bucket a source in Redis, shared by all replicas: {@code access-failures:{hash}}. Without Redis
 * each replica has its own.
 */
@Singleton
final class RedisFailures implements Failures {

    private static final Logger LOGGER = Logger.getLogger(RedisFailures.class);
    private static final RedisScript COUNT =
            RedisScript.of(RedisScript.read(RedisFailures.class, "count-failure.lua"));

    /** A refusal waits for it, and says no more than a refusal would. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final RedisAPI redis;
    private final FailureBuckets fallback;
    private final List<String> limits;

    @Inject
    RedisFailures(RedisAPI redis, AccessConfig config) {
        this(redis, config.failures().atOnce(), config.failures().perMinute());
    }

    RedisFailures(RedisAPI redis, int atOnce, int perMinute) {
        this.redis = redis;
        Duration period = FailureBuckets.period(atOnce, perMinute);
        this.fallback = new FailureBuckets(atOnce, period, InstantSource.system());
        this.limits = List.of(Integer.toString(atOnce), Long.toString(period.toMillis()));
    }

    @Override
    public Uni<Duration> count(String holder) {
        return COUNT.run(redis, List.of("access-failures:{" + hash(holder) + "}"), limits)
                .map(answer -> Duration.ofMillis(Objects.requireNonNull(answer).toLong()))
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .onFailure()
                .invoke(failure -> LOGGER.debugf("failures are counted here alone: %s", failure))
                .onFailure()
                .recoverWithItem(() -> fallback.count(holder));
    }

    private static String hash(String holder) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(holder.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
