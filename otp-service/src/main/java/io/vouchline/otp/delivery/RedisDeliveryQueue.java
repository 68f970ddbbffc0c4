package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.redis.RedisScript;
import io.vouchline.otp.attempt.FailureLimits;
import io.vouchline.otp.store.Keys;
import io.vouchline.otp.store.Scripts;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue as one Redis stream a partition, read by a consumer group of all replicas. */
@Singleton
class RedisDeliveryQueue implements DeliveryQueue {

    private static final RedisScript TAKE = Scripts.beside(RedisDeliveryQueue.class, "take.lua");
    private static final RedisScript PROGRESS =
            Scripts.beside(RedisDeliveryQueue.class, "progress.lua");
    private static final RedisScript PRESS = Scripts.beside(RedisDeliveryQueue.class, "press.lua");
    private static final String GROUP = "senders";
    private static final String COUNT = Integer.toString(AT_ONCE);

    /** A command that never ends must not stop the sweep. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final RedisAPI redis;
    private final FailureLimits limits;
    private final ClockOffset clockOffset;
    private final String consumer = UUID.randomUUID().toString();

    RedisDeliveryQueue(RedisAPI redis, FailureLimits limits, ClockOffset clockOffset) {
        this.redis = redis;
        this.limits = limits;
        this.clockOffset = clockOffset;
    }

    @Override
    public Uni<List<Entry>> unread(char partition) {
        return withGroup(
                        partition,
                        redis.xreadgroup(
                                List.of(
                                        "GROUP",
                                        GROUP,
                                        consumer,
                                        "COUNT",
                                        COUNT,
                                        "STREAMS",
                                        Keys.delivery(partition),
                                        ">")))
                .map(streams -> entriesOfStream(partition, streams));
    }

    @Override
    public Uni<List<Entry>> abandoned(char partition, Duration since) {
        return withGroup(
                        partition,
                        redis.xautoclaim(
                                List.of(
                                        Keys.delivery(partition),
                                        GROUP,
                                        consumer,
                                        Long.toString(since.toMillis()),
                                        "0",
                                        "COUNT",
                                        COUNT)))
                .map(claimed -> claimed == null ? List.of() : entries(partition, claimed.get(1)));
    }

    @Override
    public Uni<Optional<Taken>> take(Entry entry, Set<Channel> repeatable) {
        MessageId message = entry.message();
        List<String> arguments = new ArrayList<>();
        arguments.add(Integer.toString(message.place()));
        arguments.add(clockOffset.argument());
        repeatable.forEach(channel -> arguments.add(channel.name()));
        List<String> keys =
                List.of(Keys.verification(message.reference()), Keys.secret(message.reference()));
        return TAKE.run(redis, keys, arguments)
                .map(
                        taken ->
                                Optional.ofNullable(taken)
                                        .map(
                                                fields ->
                                                        new Taken(
                                                                Channel.valueOf(text(fields, 0)),
                                                                text(fields, 1))));
    }

    @Override
    public Uni<Void> end(Entry entry, DeliveryState state, Optional<Following> following) {
        return progress(entry.message(), state.name(), entry.id(), following).replaceWithVoid();
    }

    @Override
    public Uni<Void> drop(Entry entry) {
        return progress(entry.message(), "", entry.id(), Optional.empty()).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> report(
            MessageId message, DeliveryState state, Optional<Following> following) {
        return progress(message, state.name(), "", following);
    }

    @Override
    public Uni<Optional<String>> sealed(MessageId message) {
        return redis.hget(Keys.secret(message.reference()), "sealed:" + message.place())
                .map((@Nullable Response text) -> Optional.ofNullable(text).map(Response::toString))
                .ifNoItem()
                .after(LONGEST)
                .fail();
    }

    @Override
    public Uni<Optional<Pressed>> press(MessageId message) {
        return PRESS.run(
                        redis,
                        List.of(
                                Keys.verification(message.reference()),
                                Keys.secret(message.reference())),
                        List.of(Integer.toString(message.place()), clockOffset.argument()))
                .map(
                        pressed ->
                                Optional.ofNullable(pressed)
                                        .map(
                                                fields ->
                                                        new Pressed(
                                                                text(fields, 0),
                                                                Integer.parseInt(
                                                                        text(fields, 1)))));
    }

    private Uni<Boolean> progress(
            MessageId message, String state, String entryId, Optional<Following> following) {
        String reference = message.reference();
        char partition = Keys.partitionOf(reference);
        List<String> keys =
                List.of(
                        Keys.verification(reference),
                        Keys.secret(reference),
                        Keys.delivery(partition),
                        Keys.outcome(partition));
        List<String> arguments =
                List.of(
                        reference,
                        Integer.toString(message.place()),
                        state,
                        clockOffset.argument(),
                        Long.toString(limits.retention().toMillis()),
                        entryId,
                        GROUP,
                        following.map(Following::channel).map(Channel::name).orElse(""),
                        following.map(Following::sealedMessage).orElse(""));
        return PROGRESS.run(redis, keys, arguments)
                .map(answer -> Objects.requireNonNull(answer).toInteger() == 1);
    }

    /** The group is missing at the first start and after Redis lost its data: it is made then. */
    private Uni<@Nullable Response> withGroup(char partition, Uni<@Nullable Response> read) {
        return read.onFailure(RedisDeliveryQueue::isWithoutGroup)
                .recoverWithUni(() -> createGroup(partition).chain(() -> read))
                .ifNoItem()
                .after(LONGEST)
                .fail();
    }

    private Uni<Void> createGroup(char partition) {
        String stream = Keys.delivery(partition);
        return redis.xgroup(List.of("CREATE", stream, GROUP, "0", "MKSTREAM"))
                .onFailure(failure -> message(failure).startsWith("BUSYGROUP"))
                .recoverWithNull()
                .chain(
                        () ->
                                redis.pexpire(
                                        List.of(
                                                stream,
                                                Long.toString(limits.retention().toMillis()))))
                .replaceWithVoid();
    }

    private static boolean isWithoutGroup(Throwable failure) {
        return message(failure).startsWith("NOGROUP");
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static List<Entry> entriesOfStream(char partition, @Nullable Response streams) {
        if (streams == null || streams.size() == 0) {
            return List.of();
        }
        Response stream = Objects.requireNonNull(streams.get(0));
        return entries(partition, stream.get(1));
    }

    private static List<Entry> entries(char partition, @Nullable Response list) {
        List<Entry> entries = new ArrayList<>();
        if (list != null) {
            for (Response item : list) {
                Response fields = item.size() > 1 ? item.get(1) : null;
                if (fields != null) {
                    entries.add(
                            new Entry(partition, text(item, 0), MessageId.parse(text(fields, 1))));
                }
            }
        }
        return entries;
    }

    private static String text(Response response, int index) {
        return Objects.requireNonNull(response.get(index)).toString();
    }
}
