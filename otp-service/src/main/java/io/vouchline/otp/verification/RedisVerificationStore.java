package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.contract.otp.OtpApi.MessageStatus;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.redis.RedisScript;
import io.vouchline.otp.attempt.FailureLimits;
import io.vouchline.otp.passcode.Pepper;
import io.vouchline.otp.passcode.Pepper.KeyedHash;
import io.vouchline.otp.quota.QuotaConfig;
import io.vouchline.otp.store.Keys;
import io.vouchline.otp.store.Scripts;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifications in Redis. */
@Singleton
class RedisVerificationStore implements VerificationStore {

    private static final RedisScript ISSUE = script("issue.lua");
    private static final RedisScript RESEND = script("resend.lua");
    private static final RedisScript CHECK = script("check.lua");
    private static final RedisScript END = script("end.lua");
    private static final RedisScript FIND = script("find.lua");
    private static final String MOVED = "MOVED";

    private final RedisAPI redis;
    private final Pepper pepper;
    private final FailureLimits limits;
    private final QuotaConfig quotas;
    private final ClockOffset clockOffset;

    RedisVerificationStore(
            RedisAPI redis,
            Pepper pepper,
            FailureLimits limits,
            QuotaConfig quotas,
            ClockOffset clockOffset) {
        this.redis = redis;
        this.pepper = pepper;
        this.limits = limits;
        this.quotas = quotas;
        this.clockOffset = clockOffset;
    }

    private static RedisScript script(String name) {
        return Scripts.beside(RedisVerificationStore.class, name);
    }

    @Override
    public Uni<Outcome> issue(Draft draft) {
        return issue(draft, "");
    }

    /**
     * The earlier reference must be named, since its keys are touched: Redis tells if it moved on.
     */
    private Uni<Outcome> issue(Draft draft, String earlier) {
        return ISSUE.run(redis, issueKeys(draft, earlier), issueArguments(draft, earlier))
                .map(Objects::requireNonNull)
                .chain(
                        answer ->
                                text(answer, 0).equals(MOVED)
                                        ? issue(draft, text(answer, 1))
                                        : Uni.createFrom().item(outcome(answer)));
    }

    private static Outcome outcome(Response answer) {
        String word = text(answer, 0);
        return switch (word) {
            case "ISSUED", "AGAIN" ->
                    new Outcome.Sent(
                            text(answer, 1),
                            Instant.ofEpochMilli(Long.parseLong(text(answer, 2))),
                            word.equals("ISSUED"));
            case "WAIT" -> new Outcome.Wait(Duration.ofMillis(Long.parseLong(text(answer, 1))));
            case "NEVER" -> new Outcome.NeverVerified();
            case "ENDED" -> new Outcome.NotLive();
            case "LATE" -> new Outcome.Late();
            default -> throw new IllegalStateException("the script answered " + word);
        };
    }

    private static List<String> issueKeys(Draft draft, String earlier) {
        String reference = draft.reference().value();
        // Without an earlier verification its two keys stand for themselves: the script leaves them
        // alone.
        String before = earlier.isEmpty() ? reference : earlier;
        List<String> keys =
                new ArrayList<>(
                        messageKeys(draft.owner().numberHash(), reference, draft.request()));
        keys.add(Keys.verification(before));
        keys.add(Keys.secret(before));
        return keys;
    }

    private static List<String> messageKeys(String numberHash, String reference, Request request) {
        char partition = Keys.partitionOf(reference);
        return List.of(
                Keys.number(numberHash),
                Keys.verification(reference),
                Keys.secret(reference),
                Keys.idempotency(numberHash, request.digest()),
                Keys.delivery(partition),
                Keys.outcome(partition));
    }

    private List<String> issueArguments(Draft draft, String earlier) {
        String reference = draft.reference().value();
        KeyedHash hash = pepper.hash(reference, draft.code());
        Owner owner = draft.owner();
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                reference,
                                earlier,
                                clockOffset.argument(),
                                millis(draft.request().deadline()),
                                draft.kind().name(),
                                draft.message().channel().name(),
                                hash.mac(),
                                hash.keyId(),
                                draft.message().sealed(),
                                millis(draft.terms().life()),
                                Integer.toString(draft.terms().mostAttempts()),
                                millis(draft.request().remembered()),
                                millis(limits.retention()),
                                owner.tenant(),
                                owner.client(),
                                owner.numberHash(),
                                owner.country(),
                                owner.prefix(),
                                Boolean.toString(draft.terms().revealed()),
                                Boolean.toString(draft.terms().supplied()),
                                Boolean.toString(draft.terms().onlyIfVerifiedBefore())));
        addQuotas(arguments);
        return arguments;
    }

    private void addQuotas(List<String> arguments) {
        arguments.addAll(quotas.number().arguments());
        arguments.addAll(quotas.numberDay().arguments());
    }

    @Override
    public Uni<Outcome> resend(Further further) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                further.reference(),
                                Integer.toString(further.before().place()),
                                clockOffset.argument(),
                                millis(further.request().deadline()),
                                further.message().channel().name(),
                                further.message().sealed(),
                                millis(further.request().remembered()),
                                millis(limits.retention())));
        addQuotas(arguments);
        return RESEND.run(
                        redis,
                        messageKeys(
                                further.before().numberHash(),
                                further.reference(),
                                further.request()),
                        arguments)
                .map(Objects::requireNonNull)
                .map(
                        answer ->
                                text(answer, 0).equals(MOVED)
                                        // Somebody else had it sent at the same moment: the caller
                                        // has its message.
                                        ? new Outcome.Wait(Duration.ofSeconds(1))
                                        : outcome(answer));
    }

    @Override
    public Uni<Checked> checkNumber(String numberHash, Submitted submitted) {
        return redis.hget(Keys.number(numberHash), "current")
                .chain(
                        current ->
                                check(
                                        numberHash,
                                        current == null ? "" : current.toString(),
                                        submitted));
    }

    private Uni<Checked> check(String numberHash, String current, Submitted submitted) {
        // A number without a code has no keys of a verification; the hash's own place stands in.
        String place = current.isEmpty() ? numberHash : current;
        return run(numberHash, place, arguments(current, "number", submitted))
                .chain(
                        answer ->
                                answer.type() == ResponseType.MULTI
                                        ? check(numberHash, text(answer, 1), submitted)
                                        : Uni.createFrom().item(verdict(answer)));
    }

    @Override
    public Uni<Checked> checkReference(String tenant, String reference, Submitted submitted) {
        return redis.hmget(List.of(Keys.verification(reference), "tenant", "number"))
                .chain(
                        owner ->
                                isOf(tenant, owner)
                                        ? run(
                                                        text(owner, 1),
                                                        reference,
                                                        arguments(
                                                                reference, "reference", submitted))
                                                .map(RedisVerificationStore::verdict)
                                        : Uni.createFrom()
                                                .item(new Checked(CodeState.UNKNOWN, false)));
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

    private List<String> arguments(String reference, String by, Submitted submitted) {
        List<String> arguments = new ArrayList<>();
        arguments.add(reference);
        arguments.add(clockOffset.argument());
        arguments.add(by);
        arguments.add(submitted.kind().name());
        arguments.add(
                submitted
                        .attemptId()
                        // An attempt at the one kind is never a repetition of one at the other.
                        .map(id -> submitted.kind().name() + ' ' + id)
                        .map(id -> pepper.attempt(id, submitted.code()))
                        .orElse(""));
        arguments.addAll(limits.arguments());
        for (KeyedHash candidate : pepper.candidates(reference, submitted.code())) {
            arguments.add(candidate.keyId());
            arguments.add(candidate.mac());
        }
        return arguments;
    }

    @Override
    public Uni<Optional<Verification>> find(String tenant, String reference) {
        return FIND.run(
                        redis,
                        List.of(Keys.verification(reference)),
                        List.of(tenant, clockOffset.argument()))
                .map(
                        found ->
                                Optional.ofNullable(found)
                                        .map(fields -> verification(reference, fields)));
    }

    private static Verification verification(String reference, Response fields) {
        CodeState state =
                switch (text(fields, 0)) {
                    case "VALID" -> CodeState.VALID;
                    case "LOCKED" -> CodeState.MAX_ATTEMPTS_EXCEEDED;
                    case "PENDING", "COMPLETED" -> CodeState.UNKNOWN;
                    default -> CodeState.EXPIRED;
                };
        List<MessageStatus> messages = new ArrayList<>();
        for (int i = 2; i < fields.size(); i += 3) {
            messages.add(
                    new MessageStatus(
                            Channel.valueOf(text(fields, i)),
                            DeliveryState.valueOf(text(fields, i + 1)),
                            instant(fields, i + 2)));
        }
        return new Verification(
                reference, state, messages.getLast().state(), instant(fields, 1), messages);
    }

    @Override
    public Uni<Optional<Newest>> newest(String tenant, String reference) {
        return redis.hmget(List.of(Keys.verification(reference), "tenant", "number", "messages"))
                .chain(
                        fields ->
                                isOf(tenant, fields)
                                        ? newest(
                                                reference,
                                                text(fields, 1),
                                                Integer.parseInt(text(fields, 2)))
                                        : Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Optional<Newest>> newest(String reference, String numberHash, int place) {
        return sealed(reference, place)
                .map(found -> found.map(message -> new Newest(numberHash, place, message)));
    }

    @Override
    public Uni<Ended> end(String tenant, String reference, Ending ending) {
        return END.run(
                        redis,
                        List.of(
                                Keys.verification(reference),
                                Keys.secret(reference),
                                Keys.outcome(Keys.partitionOf(reference))),
                        List.of(
                                reference,
                                tenant,
                                ending.name(),
                                clockOffset.argument(),
                                millis(limits.retention())))
                .map(answer -> Ended.valueOf(Objects.requireNonNull(answer).toString()));
    }

    @Override
    public Uni<Optional<String>> sealedMessage(String reference) {
        return sealed(reference, 1);
    }

    private Uni<Optional<String>> sealed(String reference, int place) {
        return redis.hget(Keys.secret(reference), "sealed:" + place)
                .map(
                        (@Nullable Response text) ->
                                Optional.ofNullable(text).map(Response::toString));
    }

    private static Checked verdict(Response answer) {
        String word = answer.toString();
        return word.equals("KNOWN")
                ? new Checked(CodeState.VALID, false)
                : new Checked(CodeState.valueOf(word), word.equals(CodeState.VALID.name()));
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
