package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.redis.RedisScript;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sessions in Redis: one hash each, with the version and what is sealed. */
@Singleton
class RedisSessionStore implements SessionStore {

    private static final Logger LOGGER = Logger.getLogger(RedisSessionStore.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final RedisScript CREATE = script("create.lua");
    private static final RedisScript REPLACE = script("replace.lua");

    private final RedisAPI redis;
    private final Duration timeout;

    RedisSessionStore(RedisAPI redis, SessionConfig config) {
        this.redis = redis;
        this.timeout = config.storeTimeout();
    }

    @Override
    public Uni<Optional<Stored>> find(String tenant, String id) {
        return told(redis.hmget(List.of(key(tenant, id), "version", "state")))
                .map(answer -> Optional.ofNullable(stored(answer)));
    }

    @Override
    public Uni<Written> create(String tenant, String id, Stored session, Duration life) {
        return written(
                CREATE.run(
                        redis,
                        List.of(key(tenant, id)),
                        List.of(session.version(), session.sealed(), millis(life))));
    }

    @Override
    public Uni<Written> replace(
            String tenant, String id, String expected, Stored session, Duration life) {
        return written(
                REPLACE.run(
                        redis,
                        List.of(key(tenant, id)),
                        List.of(expected, session.version(), session.sealed(), millis(life))));
    }

    static String key(String tenant, String id) {
        return "{session:" + tenant + ":" + id + "}";
    }

    private Uni<Written> written(Uni<@Nullable Response> answer) {
        return told(answer)
                .map(there -> there == null ? Written.DONE : new Written(false, stored(there)));
    }

    private static @Nullable Stored stored(Response values) {
        Response version = values.get(0);
        Response sealed = values.get(1);
        return version == null || sealed == null
                ? null
                : new Stored(version.toString(), sealed.toString());
    }

    private <T extends @Nullable Object> Uni<T> told(Uni<T> answer) {
        return answer.ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .invoke(failure -> LOGGER.errorf("the sessions' store failed: %s", failure))
                .onFailure()
                .transform(
                        _ ->
                                ProblemType.UNAVAILABLE
                                        .because("The store does not answer.")
                                        .retryAfter(RETRY_AFTER)
                                        .exception());
    }

    private static String millis(Duration duration) {
        return Long.toString(Math.max(duration.toMillis(), 1));
    }

    private static RedisScript script(String name) {
        return RedisScript.of(RedisScript.read(RedisSessionStore.class, name));
    }
}
