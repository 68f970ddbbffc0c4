package io.vouchline.gateway.callback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.redis.RedisScript;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reports in Redis: all keys of a client share one slot. */
@Singleton
class RedisReports implements Reports {

    /**
     * A report is remembered longer than its transaction, done or not: without that no event makes
     * it once more.
     */
    private static final Duration RETENTION = Duration.ofHours(25);

    private static final String WHOEVER_HOLDS_IT = "";

    private static final RedisScript ADD = script("add.lua");
    private static final RedisScript DUE = script("due.lua");
    private static final RedisScript TAKE = script("take.lua");
    private static final RedisScript DONE = script("done.lua");
    private static final RedisScript AGAIN = script("again.lua");

    private final RedisAPI redis;
    private final CallbackConfig config;
    private final ClockOffset clockOffset;

    RedisReports(RedisAPI redis, CallbackConfig config, ClockOffset clockOffset) {
        this.redis = redis;
        this.config = config;
        this.clockOffset = clockOffset;
    }

    private static RedisScript script(String name) {
        return RedisScript.of(RedisScript.read(RedisReports.class, name));
    }

    @Override
    public Uni<Added> add(Report report) {
        List<String> arguments =
                List.of(
                        clockOffset.argument(),
                        report.id(),
                        Integer.toString(config.mostWaiting()),
                        millis(RETENTION),
                        report.reference(),
                        Integer.toString(report.status().code()),
                        report.status().description(),
                        report.status().codeState(),
                        Long.toString(report.updatedOn().toEpochMilli()));
        return ADD.run(redis, keys(report.client(), report.id()), arguments)
                .map(answer -> Added.valueOf(Objects.requireNonNull(answer).toString()));
    }

    @Override
    public Uni<Due> due(String client, int most) {
        return DUE.run(
                        redis,
                        List.of(queue(client)),
                        List.of(clockOffset.argument(), Integer.toString(most)))
                .map(Objects::requireNonNull)
                .map(
                        answer ->
                                new Due(
                                        Long.parseLong(text(answer, 0)),
                                        IntStream.range(1, answer.size())
                                                .mapToObj(i -> text(answer, i))
                                                .toList()));
    }

    @Override
    public Uni<Optional<Taken>> take(String client, String id) {
        return TAKE.run(redis, keys(client, id), List.of(clockOffset.argument(), id, millis(LEASE)))
                .map(answer -> Optional.ofNullable(answer).map(found -> taken(client, found)));
    }

    private static Taken taken(String client, Response answer) {
        ReportStatus status =
                new ReportStatus(
                        Integer.parseInt(text(answer, 3)), text(answer, 4), text(answer, 5));
        Instant updatedOn = Instant.ofEpochMilli(Long.parseLong(text(answer, 6)));
        return new Taken(
                new Report(client, text(answer, 2), status, updatedOn),
                Integer.parseInt(text(answer, 1)),
                text(answer, 0));
    }

    @Override
    public Uni<Void> delivered(Report report) {
        return done(report, WHOEVER_HOLDS_IT).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> giveUp(Taken taken) {
        return done(taken.report(), taken.lease());
    }

    private Uni<Boolean> done(Report report, String lease) {
        return DONE.run(redis, keys(report.client(), report.id()), List.of(report.id(), lease))
                .map(RedisReports::isOne);
    }

    @Override
    public Uni<Boolean> again(Taken taken, Duration wait) {
        Report report = taken.report();
        return AGAIN.run(
                        redis,
                        keys(report.client(), report.id()),
                        List.of(clockOffset.argument(), report.id(), taken.lease(), millis(wait)))
                .map(RedisReports::isOne);
    }

    private static List<String> keys(String client, String id) {
        return List.of(queue(client), tag(client) + "report:" + id);
    }

    private static String queue(String client) {
        return tag(client) + "due";
    }

    private static String tag(String client) {
        return "{callback:" + client + "}:";
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    private static boolean isOne(@Nullable Response answer) {
        return Objects.requireNonNull(answer).toInteger() == 1;
    }

    private static String text(Response answer, int index) {
        return Objects.requireNonNull(answer.get(index)).toString();
    }
}
