package io.vouchline.risk.history;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.Place;
import io.vouchline.contract.redis.ClockOffset;
import io.vouchline.contract.redis.RedisScript;
import io.vouchline.risk.history.History.ClientHistory;
import io.vouchline.risk.history.History.DestinationHistory;
import io.vouchline.risk.history.History.NumberHistory;
import io.vouchline.risk.history.History.Traffic;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Fading counters in Redis. A request takes three scripts at once: one beside its number, one
 * beside its destination, one beside its client.
 */
@Singleton
class RedisHistoryStore implements HistoryStore {

    /** A try of the same request comes within seconds. */
    private static final Duration SAME_REQUEST = Duration.ofMinutes(5);

    /** What somebody asked for is soon forgotten: anybody can ask. */
    private static final Duration ASKED = Duration.ofDays(3);

    /** What happened fades over up to 30 days. */
    private static final Duration HAPPENED = Duration.ofDays(60);

    /** 13 months: as long as otp-service knows that a number was verified. */
    private static final Duration PROVEN = Duration.ofDays(396);

    private static final int LAST_DIGITS = 4;
    private static final String NEIGHBOURHOOD = "10";
    private static final String MOST_RECENT = "64";

    private final RedisAPI redis;
    private final Keys keys;
    private final NumberHash numbers;
    private final ClockOffset clockOffset;

    RedisHistoryStore(RedisAPI redis, Keys keys, NumberHash numbers, ClockOffset clockOffset) {
        this.redis = redis;
        this.keys = keys;
        this.numbers = numbers;
        this.clockOffset = clockOffset;
    }

    @Override
    public Uni<History> ask(Ask ask) {
        return Uni.combine()
                .all()
                .unis(askNumber(ask), askDestination(ask), askClient(ask))
                .with(History::new);
    }

    private Uni<NumberHistory> askNumber(Ask ask) {
        String hash = numbers.of(ask.tenant(), ask.number());
        return run(
                        Scripts.ASK_NUMBER,
                        List.of(Keys.number(hash), Keys.seenOfNumber(hash, ask.id())),
                        millis(SAME_REQUEST),
                        millis(ASKED),
                        millis(PROVEN))
                .map(RedisHistoryStore::number);
    }

    private Uni<DestinationHistory> askDestination(Ask ask) {
        Place place = Place.of(ask.number());
        List<String> all = new ArrayList<>(keys.destination(ask.tenant(), place));
        all.add(keys.recent(ask.tenant(), place));
        all.add(keys.seenOfDestination(ask.tenant(), place, ask.id()));
        String national = ask.number().nationalNumber();
        return run(
                        Scripts.ASK_DESTINATION,
                        all,
                        millis(SAME_REQUEST),
                        millis(ASKED),
                        ask.sending() ? "1" : "0",
                        national.substring(Math.max(national.length() - LAST_DIGITS, 0)),
                        NEIGHBOURHOOD,
                        MOST_RECENT)
                .map(
                        answer ->
                                new DestinationHistory(
                                        traffic(element(answer, 0)),
                                        traffic(element(answer, 1)),
                                        traffic(element(answer, 2)),
                                        element(answer, 3).toInteger()));
    }

    private Uni<ClientHistory> askClient(Ask ask) {
        List<String> all = new ArrayList<>();
        all.add(Keys.client(ask.tenant(), ask.client()));
        all.add(Keys.seenOfClient(ask.tenant(), ask.client(), ask.id()));
        ask.address()
                .flatMap(Network::of)
                .map(network -> keys.source(ask.tenant(), ask.client(), network))
                .ifPresent(all::add);
        return run(Scripts.ASK_CLIENT, all, millis(SAME_REQUEST), millis(HAPPENED))
                .map(
                        answer ->
                                new ClientHistory(
                                        number(answer, 0),
                                        number(answer, 2),
                                        number(answer, 3),
                                        number(answer, 4),
                                        number(answer, 5)));
    }

    @Override
    public Uni<Boolean> refuse(Ask ask) {
        Place place = Place.of(ask.number());
        List<String> all = new ArrayList<>(keys.destination(ask.tenant(), place));
        all.add(keys.seenOfDestination(ask.tenant(), place, ask.id()));
        return counted(run(Scripts.REFUSE, all, millis(SAME_REQUEST), millis(ASKED)));
    }

    /** All that an event changes; each script counts it once, so that it can be told again. */
    @Override
    public Uni<Boolean> count(Happening happening) {
        List<Uni<Boolean>> counts = new ArrayList<>();
        if (happening.late()
                ? happening.event() == Event.VERIFIED
                : happening.event().isOfNumber()) {
            counts.add(countNumber(happening));
        }
        if (!happening.late() && happening.event().isOfDestination()) {
            counts.add(countDestination(happening));
        }
        if (!happening.late() && happening.event().isOfClient()) {
            counts.add(countClient(happening));
        }
        return counts.isEmpty()
                ? Uni.createFrom().item(false)
                : Uni.join().all(counts).andFailFast().map(each -> each.contains(true));
    }

    private Uni<Boolean> countNumber(Happening happening) {
        String hash = happening.numberHash();
        return counted(
                run(
                        Scripts.HAPPEN_NUMBER,
                        List.of(Keys.number(hash), Keys.seenOfNumber(hash, happening.id())),
                        millis(SAME_EVENT),
                        millis(HAPPENED),
                        millis(PROVEN),
                        happening.event().name(),
                        at(happening)));
    }

    private Uni<Boolean> countDestination(Happening happening) {
        List<String> all = new ArrayList<>(keys.destination(happening.tenant(), happening.place()));
        all.add(keys.seenOfDestination(happening.tenant(), happening.place(), happening.id()));
        return counted(
                run(
                        Scripts.HAPPEN_DESTINATION,
                        all,
                        millis(SAME_EVENT),
                        millis(HAPPENED),
                        happening.event().name(),
                        at(happening)));
    }

    private Uni<Boolean> countClient(Happening happening) {
        return counted(
                run(
                        Scripts.HAPPEN_CLIENT,
                        List.of(
                                Keys.client(happening.tenant(), happening.client()),
                                Keys.seenOfClient(
                                        happening.tenant(), happening.client(), happening.id())),
                        millis(SAME_EVENT),
                        millis(HAPPENED),
                        happening.event().name(),
                        at(happening)));
    }

    private Uni<Response> run(RedisScript script, List<String> keys, String... arguments) {
        List<String> all = new ArrayList<>(arguments.length + 1);
        all.add(clockOffset.argument());
        all.addAll(List.of(arguments));
        return script.run(redis, keys, all).map(Objects::requireNonNull);
    }

    private static Uni<Boolean> counted(Uni<Response> answer) {
        return answer.map(response -> response.toInteger() == 1);
    }

    private static NumberHistory number(Response answer) {
        return new NumberHistory(
                number(answer, 0),
                number(answer, 1),
                number(answer, 2),
                number(answer, 3),
                elapsed(answer, 4),
                elapsed(answer, 5),
                !element(answer, 6).toString().isEmpty());
    }

    private static Traffic traffic(Response answer) {
        return new Traffic(
                number(answer, 0),
                number(answer, 1),
                number(answer, 2),
                number(answer, 3),
                number(answer, 4),
                number(answer, 5),
                number(answer, 6),
                number(answer, 7));
    }

    private static Optional<Duration> elapsed(Response answer, int index) {
        String text = element(answer, index).toString();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Long.parseLong(text)));
    }

    private static double number(Response answer, int index) {
        return Double.parseDouble(element(answer, index).toString());
    }

    private static Response element(Response answer, int index) {
        return Objects.requireNonNull(answer.get(index));
    }

    private static String at(Happening happening) {
        return Long.toString(happening.at().toEpochMilli());
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
