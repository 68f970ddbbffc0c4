package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** The canary in Redis: written at every start, kept as long as anything it vouches for can be. */
@Singleton
class RedisCanaryStore implements CanaryStore {

    private static final String KEY = "{otp:0}:canary";
    private static final String SEPARATOR = " ";
    private static final String LIFE_SECONDS = Long.toString(395L * 24 * 3600);

    private final RedisAPI redis;

    RedisCanaryStore(RedisAPI redis) {
        this.redis = redis;
    }

    @Override
    public Uni<Canary> findOrPlace(Canary fresh) {
        return redis.set(List.of(KEY, text(fresh), "EX", LIFE_SECONDS, "NX"))
                .chain(() -> redis.get(KEY))
                .map(held -> canary(Objects.requireNonNull(held).toString()));
    }

    @Override
    public Uni<Void> replace(Canary fresh) {
        return redis.set(List.of(KEY, text(fresh), "EX", LIFE_SECONDS)).replaceWithVoid();
    }

    private static String text(Canary canary) {
        return String.join(
                SEPARATOR, canary.keyId(), canary.mac(), canary.number(), canary.sealed());
    }

    private static Canary canary(String value) {
        String[] parts = value.split(SEPARATOR, 4);
        if (parts.length < 4) {
            // Not ours: it proves nothing, and no key fits it.
            return new Canary("", "", "", "");
        }
        return new Canary(parts[0], parts[1], parts[2], parts[3]);
    }
}
