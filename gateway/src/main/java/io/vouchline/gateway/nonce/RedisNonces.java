package io.vouchline.gateway.nonce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.redis.RedisScript;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Nonces in Redis, by their hashes: {@code nonce:{owner}:hash}. */
@Singleton
final class RedisNonces implements Nonces {

    private static final Logger LOGGER = Logger.getLogger(RedisNonces.class);
    private static final RedisScript REMEMBER =
            RedisScript.of(RedisScript.read(RedisNonces.class, "remember.lua"));
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final RedisAPI redis;

    RedisNonces(RedisAPI redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Boolean> areNew(String owner, List<String> nonces, Duration life) {
        String prefix = "nonce:{" + hash(owner) + "}:";
        List<String> keys = nonces.stream().map(nonce -> prefix + hash(nonce)).toList();
        return REMEMBER.run(redis, keys, List.of(Long.toString(life.toMillis())))
                .map(answer -> Objects.requireNonNull(answer).toInteger() == 1)
                .ifNoItem()
                .after(LONGEST)
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
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
