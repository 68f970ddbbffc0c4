package io.vouchline.gateway.nonce;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.key.Digest;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.redis.RedisScript;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Nonces in Redis, by their hashes: {@code nonce:{owner}:hash}. */
@Singleton
final class RedisNonces implements Nonces {

    private static final Logger LOGGER = Logger.getLogger(RedisNonces.class);
    private static final RedisScript REMEMBER =
            RedisScript.of(RedisScript.read(RedisNonces.class, "remember.lua"));
    private static final int HASH_DIGITS = 32;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final RedisAPI redis;
    private final Duration timeout;

    RedisNonces(RedisAPI redis, NonceConfig config) {
        this.redis = redis;
        this.timeout = config.timeout();
    }

    @Override
    public Uni<Boolean> areNew(String owner, List<String> nonces, Duration life) {
        String prefix = "nonce:{" + hash(owner) + "}:";
        List<String> keys = nonces.stream().map(nonce -> prefix + hash(nonce)).toList();
        return REMEMBER.run(redis, keys, List.of(Long.toString(life.toMillis())))
                .map(answer -> Objects.requireNonNull(answer).toInteger() == 1)
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .invoke(failure -> LOGGER.errorf("nonces are not remembered: %s", failure))
                .onFailure()
                .transform(
                        failure ->
                                ProblemType.UNAVAILABLE
                                        .because("The store does not answer.")
                                        .retryAfter(RETRY_AFTER)
                                        .exception());
    }

    private static String hash(String text) {
        return Digest.hex(text).substring(0, HASH_DIGITS);
    }
}
