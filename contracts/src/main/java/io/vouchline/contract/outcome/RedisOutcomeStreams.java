package io.vouchline.contract.outcome;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The streams in otp-service's Redis. All replicas read under one consumer name: what one of them
 * leaves unfinished is found again by its age, and no name of a replica that is gone stays behind.
 */
public final class RedisOutcomeStreams implements OutcomeStreams {

    private static final Duration UNFINISHED = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final RedisAPI redis;
    private final String group;

    /**
     * @param redis a client of otp-service's Redis
     * @param group the service that reads, by its name: each gets every event
     */
    public RedisOutcomeStreams(RedisAPI redis, String group) {
        this.redis = redis;
        this.group = group;
    }

    @Override
    public Uni<List<Told>> take(char partition, int most) {
        return within(
                        redis.xreadgroup(
                                List.of(
                                        "GROUP",
                                        group,
                                        group,
                                        "COUNT",
                                        Integer.toString(most),
                                        "STREAMS",
                                        OutcomePartitions.stream(partition),
                                        ">")))
                .map(
                        answer ->
                                answer == null || answer.size() == 0
                                        ? List.<Told>of()
                                        : events(element(element(answer, 0), 1)))
                .onFailure(RedisOutcomeStreams::isWithoutGroup)
                .recoverWithUni(() -> create(partition).replaceWith(List.of()));
    }

    @Override
    public Uni<List<Told>> takeOver(char partition, int most) {
        return within(
                        redis.xautoclaim(
                                List.of(
                                        OutcomePartitions.stream(partition),
                                        group,
                                        group,
                                        Long.toString(UNFINISHED.toMillis()),
                                        "0",
                                        "COUNT",
                                        Integer.toString(most))))
                .map(answer -> events(element(Objects.requireNonNull(answer), 1)))
                .onFailure(RedisOutcomeStreams::isWithoutGroup)
                .recoverWithItem(List.of());
    }

    @Override
    public Uni<Void> finish(char partition, List<Told> events) {
        List<String> call = new ArrayList<>(List.of(OutcomePartitions.stream(partition), group));
        events.forEach(event -> call.add(event.position()));
        return within(redis.xack(call)).replaceWithVoid();
    }

    /** Reads from the beginning: what happened before the first start counts as well. */
    private Uni<Void> create(char partition) {
        return within(
                        redis.xgroup(
                                List.of(
                                        "CREATE",
                                        OutcomePartitions.stream(partition),
                                        group,
                                        "0",
                                        "MKSTREAM")))
                .onFailure(failure -> startsWith(failure, "BUSYGROUP"))
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static Uni<@Nullable Response> within(Uni<@Nullable Response> answer) {
        return answer.ifNoItem().after(LONGEST).fail();
    }

    private static boolean isWithoutGroup(Throwable failure) {
        return startsWith(failure, "NOGROUP");
    }

    private static boolean startsWith(Throwable failure, String code) {
        return String.valueOf(failure.getMessage()).startsWith(code);
    }

    /**
     * An event that was trimmed while it was taken is told without fields: nothing is left of it.
     */
    private static List<Told> events(Response answer) {
        return each(answer)
                .filter(event -> event.size() > 1)
                .map(event -> new Told(element(event, 0).toString(), fields(event.get(1))))
                .toList();
    }

    private static Map<String, String> fields(@Nullable Response answer) {
        Map<String, String> fields = new HashMap<>();
        if (answer != null) {
            for (int i = 0; i + 1 < answer.size(); i += 2) {
                fields.put(element(answer, i).toString(), element(answer, i + 1).toString());
            }
        }
        return fields;
    }

    private static Stream<Response> each(Response answer) {
        return Stream.iterate(0, i -> i < answer.size(), i -> i + 1)
                .map(answer::get)
                .filter(Objects::nonNull);
    }

    private static Response element(Response answer, int index) {
        return Objects.requireNonNull(answer.get(index));
    }
}
