package io.vouchline.otp.attempt;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.otp.AttemptApi.AttemptState;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.redis.RedisScript;
import io.vouchline.otp.store.Keys;
import io.vouchline.otp.store.Scripts;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Attempts in Redis, beside the counter of their number. */
@Singleton
class RedisAttemptStore implements AttemptStore {

    private static final RedisScript RESERVE = script("reserve.lua");
    private static final RedisScript SETTLE = script("settle.lua");
    private static final RedisScript CLEAR = script("clear.lua");

    private final RedisAPI redis;
    private final FailureLimits limits;
    private final Duration kept;
    private final ClockOffset clockOffset;

    RedisAttemptStore(
            RedisAPI redis, FailureLimits limits, AttemptConfig config, ClockOffset clockOffset) {
        this.redis = redis;
        this.limits = limits;
        this.kept = config.reservation();
        this.clockOffset = clockOffset;
    }

    private static RedisScript script(String name) {
        return Scripts.beside(RedisAttemptStore.class, name);
    }

    @Override
    public Uni<Reservation> reserve(Attempt attempt, boolean strong) {
        List<String> arguments = new ArrayList<>(List.of(clockOffset.argument(), millis(kept)));
        arguments.addAll(limits.arguments());
        arguments.add(Boolean.toString(strong));
        return RESERVE.run(redis, keys(attempt), arguments)
                .map(Objects::requireNonNull)
                .map(RedisAttemptStore::reservation);
    }

    @Override
    public Uni<Optional<Reservation>> settle(Attempt attempt, Ending ending) {
        List<String> arguments =
                List.of(
                        clockOffset.argument(),
                        millis(kept),
                        millis(limits.retention()),
                        ending.verdict().name(),
                        ending.note());
        return SETTLE.run(redis, keys(attempt), arguments)
                .map(answer -> Optional.ofNullable(answer).map(RedisAttemptStore::reservation));
    }

    @Override
    public Uni<Boolean> clear(String numberHash) {
        return CLEAR.run(
                        redis,
                        List.of(Keys.number(numberHash)),
                        List.of(millis(limits.retention())))
                .map(answer -> Objects.requireNonNull(answer).toInteger() == 1);
    }

    private static List<String> keys(Attempt attempt) {
        String hash = attempt.numberHash();
        return List.of(Keys.number(hash), Keys.attempt(hash, attempt.digest()));
    }

    private static Reservation reservation(Response answer) {
        return new Reservation(
                AttemptState.valueOf(text(answer, 0)),
                instant(answer, 1),
                instant(answer, 2),
                text(answer, 3));
    }

    private static Instant instant(Response answer, int index) {
        return Instant.ofEpochMilli(Long.parseLong(text(answer, index)));
    }

    private static String text(Response answer, int index) {
        return Objects.requireNonNull(answer.get(index)).toString();
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
