package io.vouchline.risk.startup;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vouchline.contract.number.NumberHash;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Proves that the mounted {@code numbers} key is the one that Redis's data was written with. With
 * another one every list entry of a number would still be shown, and none would ever match.
 */
@Singleton
class RedisNumbersProof {

    private static final String KEY = "{risk:canary}:numbers";
    private static final String NOBODY = "canary";
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final RedisAPI redis;
    private final NumberHash numbers;

    RedisNumbersProof(RedisAPI redis, NumberHash numbers) {
        this.redis = redis;
        this.numbers = numbers;
    }

    /** Ends if the key is right, or the first one; fails with {@link WrongKeyException} if not. */
    Uni<Void> prove() {
        String canary = numbers.ofRange(NOBODY, NOBODY);
        return redis.set(List.of(KEY, canary, "NX"))
                .chain(() -> redis.get(KEY))
                .ifNoItem()
                .after(LONGEST)
                .fail()
                .invoke(
                        kept -> {
                            if (kept == null || !kept.toString().equals(canary)) {
                                throw new WrongKeyException();
                            }
                        })
                .replaceWithVoid();
    }

    /** The key is another one: waiting does not mend that. */
    static final class WrongKeyException extends RuntimeException {

        WrongKeyException() {
            super(
                    "vouchline.numbers.key-file names another key than the one that the numbers in quarkus.redis.hosts were hashed with; mount that key again, or an empty Redis");
        }
    }
}
