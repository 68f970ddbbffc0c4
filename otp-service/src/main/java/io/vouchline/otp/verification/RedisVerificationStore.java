package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.otp.passcode.Pepper;
import io.vouchline.otp.passcode.Pepper.KeyedHash;
import io.vouchline.otp.store.Keys;
import io.vouchline.otp.store.RedisScript;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Verifications in Redis. */
@Singleton
class RedisVerificationStore implements VerificationStore {

    private static final RedisScript ISSUE =
            RedisScript.beside(RedisVerificationStore.class, "issue.lua");
    private static final RedisScript CHECK =
            RedisScript.beside(RedisVerificationStore.class, "check.lua");
    private static final String MOVED = "MOVED";
    private static final InstantSource CLOCK = InstantSource.system();

    private final RedisAPI redis;
    private final Pepper pepper;
    private final VerificationConfig config;
    private final Supplier<Duration> clockOffset;

    @Inject
    RedisVerificationStore(RedisAPI redis, Pepper pepper, VerificationConfig config) {
        this(redis, pepper, config, () -> Duration.ZERO);
    }

    /**
     * A store whose scripts see another time than Redis does.
     *
     * @param clockOffset is added to the time of Redis
     */
    RedisVerificationStore(
            RedisAPI redis,
            Pepper pepper,
            VerificationConfig config,
            Supplier<Duration> clockOffset) {
        this.redis = redis;
        this.pepper = pepper;
        this.config = config;
        this.clockOffset = clockOffset;
    }

    @Override
    public Uni<Outcome> issue(Draft draft) {
        return redis.time()
                // What remains is asked for after the answer: it may have been long in coming.
                .map(time -> millis(time).plus(draft.deadline().remaining(CLOCK)))
                .chain(deadline -> issue(draft, "", deadline));
    }

    /** The answer of TIME as the time since 1970, as the scripts see it. */
    private Duration millis(Response time) {
        return Duration.ofSeconds(Long.parseLong(text(time, 0)))
                .plusNanos(Long.parseLong(text(time, 1)) * 1_000)
                .plus(clockOffset.get());
    }

    /**
     * The earlier reference must be named, since its keys are touched: Redis tells if it moved on.
     */
    private Uni<Outcome> issue(Draft draft, String earlier, Duration deadline) {
        return ISSUE.run(redis, issueKeys(draft, earlier), issueArguments(draft, earlier, deadline))
                .map(Objects::requireNonNull)
                .chain(
                        answer ->
                                switch (text(answer, 0)) {
                                    case MOVED -> issue(draft, text(answer, 1), deadline);
                                    case "LATE" ->
                                            Uni.createFrom().failure(LateIssueException::new);
                                    default -> Uni.createFrom().item(outcome(answer));
                                });
    }

    private static Outcome outcome(Response answer) {
        return new Outcome(
                text(answer, 1),
                Instant.ofEpochMilli(Long.parseLong(text(answer, 2))),
                "ISSUED".equals(text(answer, 0)));
    }

    private static List<String> issueKeys(Draft draft, String earlier) {
        String reference = draft.reference().value();
        char partition = Keys.partitionOf(reference);
        // Without an earlier verification its two keys stand for themselves: the script leaves them
        // alone.
        String before = earlier.isEmpty() ? reference : earlier;
        return List.of(
                Keys.number(draft.numberHash()),
                Keys.verification(reference),
                Keys.secret(reference),
                Keys.idempotency(draft.numberHash(), draft.idempotency()),
                Keys.delivery(partition),
                Keys.outcome(partition),
                Keys.verification(before),
                Keys.secret(before));
    }

    private List<String> issueArguments(Draft draft, String earlier, Duration deadline) {
        String reference = draft.reference().value();
        KeyedHash hash = pepper.hash(reference, draft.code());
        return List.of(
                reference,
                earlier,
                hash.mac(),
                hash.keyId(),
                draft.sealedMessage(),
                draft.channel().name(),
                millis(draft.life()),
                Integer.toString(config.mostAttempts()),
                millis(draft.idempotencyLife()),
                millis(config.retention()),
                draft.tenant(),
                draft.client(),
                draft.numberHash(),
                draft.prefix(),
                Boolean.toString(draft.revealed()),
                millis(clockOffset.get()),
                millis(deadline));
    }

    @Override
    public Uni<CodeState> checkNumber(String numberHash, String submitted) {
        return redis.hget(Keys.number(numberHash), "current")
                .chain(
                        current ->
                                check(
                                        numberHash,
                                        current == null ? "" : current.toString(),
                                        submitted));
    }

    private Uni<CodeState> check(String numberHash, String current, String submitted) {
        // A number without a code has no keys of a verification; the hash's own place stands in.
        String place = current.isEmpty() ? numberHash : current;
        return run(numberHash, place, arguments(current, "number", submitted))
                .chain(
                        answer ->
                                answer.type() == ResponseType.MULTI
                                        ? check(numberHash, text(answer, 1), submitted)
                                        : Uni.createFrom().item(state(answer)));
    }

    @Override
    public Uni<CodeState> checkReference(String tenant, String reference, String submitted) {
        return redis.hmget(List.of(Keys.verification(reference), "tenant", "number"))
                .chain(
                        owner ->
                                isOf(tenant, owner)
                                        ? run(
                                                        text(owner, 1),
                                                        reference,
                                                        arguments(
                                                                reference, "reference", submitted))
                                                .map(RedisVerificationStore::state)
                                        : Uni.createFrom().item(CodeState.UNKNOWN));
    }

    /** Another tenant's verification is answered as one that does not exist. */
    private static boolean isOf(String tenant, Response fields) {
        return fields.get(0) != null && tenant.equals(text(fields, 0));
    }

    private Uni<Response> run(String numberHash, String reference, List<String> arguments) {
        List<String> keys =
                List.of(
                        Keys.number(numberHash),
                        Keys.verification(reference),
                        Keys.secret(reference),
                        Keys.outcome(Keys.partitionOf(reference)));
        return CHECK.run(redis, keys, arguments).map(Objects::requireNonNull);
    }

    private List<String> arguments(String reference, String by, String submitted) {
        List<String> arguments = new ArrayList<>();
        arguments.add(reference);
        arguments.add(millis(clockOffset.get()));
        arguments.add(Integer.toString(config.failuresPerLock()));
        arguments.add(millis(config.firstLock()));
        arguments.add(millis(config.longestLock()));
        arguments.add(millis(config.retention()));
        arguments.add(by);
        for (KeyedHash candidate : pepper.candidates(reference, submitted)) {
            arguments.add(candidate.keyId());
            arguments.add(candidate.mac());
        }
        return arguments;
    }

    @Override
    public Uni<Optional<Verification>> find(String tenant, String reference) {
        return redis.hmget(
                        List.of(
                                Keys.verification(reference),
                                "tenant",
                                "state",
                                "delivery",
                                "expires"))
                .chain(
                        fields ->
                                isOf(tenant, fields)
                                        ? redis.time()
                                                .map(now -> verification(reference, fields, now))
                                        : Uni.createFrom().item(Optional.empty()));
    }

    private Optional<Verification> verification(
            String reference, Response fields, Response redisTime) {
        Instant now =
                Instant.ofEpochSecond(Long.parseLong(text(redisTime, 0))).plus(clockOffset.get());
        boolean live = now.isBefore(Instant.ofEpochMilli(Long.parseLong(text(fields, 3))));
        CodeState state =
                switch (text(fields, 1)) {
                    case "VALID" -> CodeState.VALID;
                    case "LOCKED" -> CodeState.MAX_ATTEMPTS_EXCEEDED;
                    case "PENDING" -> live ? CodeState.UNKNOWN : CodeState.EXPIRED;
                    default -> CodeState.EXPIRED;
                };
        return Optional.of(
                new Verification(reference, state, DeliveryState.valueOf(text(fields, 2))));
    }

    @Override
    public Uni<Optional<String>> sealedMessage(String reference) {
        return redis.hget(Keys.secret(reference), "sealed")
                .map(text -> Optional.ofNullable(text).map(Response::toString));
    }

    private static CodeState state(Response answer) {
        return CodeState.valueOf(answer.toString());
    }

    private static String text(Response answer, int index) {
        return Objects.requireNonNull(answer.get(index)).toString();
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
