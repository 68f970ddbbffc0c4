package io.vouchline.risk.outcome;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.outcome.OutcomePartitions;
import io.vouchline.contract.outcome.RedisOutcomeStreams;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Settings;
import io.vouchline.risk.history.History;
import io.vouchline.risk.history.HistoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutcomeReaderTest extends RedisStoreTest {

    private Counted counted = new Counted();
    private int events;

    @BeforeEach
    void emptyStreams() {
        counted = new Counted();
        for (char partition : OutcomePartitions.ALL) {
            await(redis.del(List.of(stream(partition))));
        }
    }

    @Test
    void whatHappenedBeforeTheFirstLookCountsAndCountsOnce() {
        tell('A', "sent", Map.of());
        tell('F', "verified", Map.of());
        OutcomeReader reader = reader();
        await(reader.look());
        await(reader.look());
        await(reader.look());
        assertEquals(List.of("SENT", "VERIFIED"), counted.names());
        assertEquals(0, pending('A'));
    }

    @Test
    void moreThanOneLookTakesIsReadInOne() {
        for (int i = 0; i < 25; i++) {
            tell('3', "sent", Map.of());
        }
        OutcomeReader reader = reader();
        await(reader.look());
        await(reader.look());
        assertEquals(25, counted.happenings.size());
    }

    @Test
    void ofTwoReplicasOneCountsAnEvent() {
        await(reader().look());
        for (int i = 0; i < 100; i++) {
            tell('7', "sent", Map.of());
        }
        await(Uni.join().all(reader().look(), reader().look()).andFailFast());
        assertEquals(100, counted.happenings.size());
    }

    @Test
    void whatCouldNotBeCountedIsCountedLater() {
        OutcomeReader reader = reader();
        await(reader.look());
        tell('1', "verified", Map.of());
        counted.broken = true;
        await(reader.look());
        counted.broken = false;
        await(reader.look());
        assertEquals(List.of(), counted.names());
        letAMinutePass('1');
        await(reader.look());
        assertEquals(List.of("VERIFIED"), counted.names());
        assertEquals(0, pending('1'));
    }

    @Test
    void whatHappenedBeforeItsIdWouldBeForgottenIsLate() {
        Instant longAgo = Instant.now().minus(HistoryStore.SAME_EVENT).minusSeconds(60);
        tell('2', "verified", Map.of("at", Long.toString(longAgo.toEpochMilli())));
        tell('2', "verified", Map.of());
        OutcomeReader reader = reader();
        await(reader.look());
        await(reader.look());
        assertEquals(
                List.of(false, true),
                counted.happenings.stream().map(HistoryStore.Happening::late).sorted().toList());
        assertEquals(0, pending('2'));
    }

    @Test
    void anEventThatCannotBeReadHoldsNothingUp() {
        OutcomeReader reader = reader();
        await(reader.look());
        tell('4', "sent", Map.of("prefix", "nonsense"));
        tell('4', "sent", Map.of("number", "+16502530000"));
        tell('4', "something new", Map.of());
        tell('4', "sent", Map.of());
        await(reader.look());
        assertEquals(List.of("SENT"), counted.names());
        assertEquals(0, pending('4'));
    }

    @Test
    void codesByMailSayNothingOfAPhoneButGuessesDo() {
        tell('5', "verified", Map.of("channel", "EMAIL"));
        tell('5', "sent", Map.of("channel", "PUSH"));
        tell('5', "wrong", Map.of("channel", "EMAIL"));
        OutcomeReader reader = reader();
        await(reader.look());
        await(reader.look());
        assertEquals(List.of("WRONG"), counted.names());
    }

    @Test
    void codesThatThePlatformKnowsProveNothing() {
        for (String known : List.of("revealed", "supplied")) {
            tell('6', "sent", Map.of(known, "true"));
            tell('6', "verified", Map.of(known, "true"));
            tell('6', "wrong", Map.of(known, "true"));
        }
        OutcomeReader reader = reader();
        await(reader.look());
        await(reader.look());
        assertEquals(List.of("WRONG", "WRONG"), counted.names());
    }

    @Test
    void aCodeThatGoesOutTwiceIsOneCode() {
        tell('8', "sent", Map.of("message", "1"));
        tell('8', "sent", Map.of("message", "2"));
        OutcomeReader reader = reader();
        await(reader.look());
        await(reader.look());
        assertEquals(List.of("SENT"), counted.names());
    }

    @Test
    void aStreamThatCannotBeReadHoldsUpNoOther() {
        await(redis.set(List.of(stream('0'), "no stream")));
        tell('9', "verified", Map.of());
        Instant start = Instant.now();
        MutableClock clock = new MutableClock(start);
        OutcomeProgress progress = new OutcomeProgress(config(), clock);
        OutcomeReader reader = reader(progress);
        await(reader.look());
        await(reader.look());
        assertEquals(List.of("VERIFIED"), counted.names());
        clock.now = start.plus(Duration.ofMinutes(6));
        assertFalse(progress.isCurrent());
        await(redis.del(List.of(stream('0'))));
        await(reader.look());
        clock.now = Instant.now();
        assertTrue(progress.isCurrent());
    }

    private OutcomeReader reader() {
        return reader(new OutcomeProgress(config(), InstantSource.system()));
    }

    private OutcomeReader reader(OutcomeProgress progress) {
        return new OutcomeReader(
                new RedisOutcomeStreams(redis, "risk-service"),
                counted,
                config(),
                progress,
                new SimpleMeterRegistry());
    }

    private static OutcomeConfig config() {
        return Settings.of(OutcomeConfig.class, Map.of("batch", "10", "take-over", "0s"));
    }

    private void tell(char partition, String event, Map<String, String> differing) {
        Map<String, String> fields = new HashMap<>();
        fields.put("id", "event-" + events++);
        fields.put("event", event);
        fields.put("at", Long.toString(System.currentTimeMillis()));
        fields.put(
                "reference",
                event.equals("sent") && differing.containsKey("message")
                        ? "one"
                        : "reference-" + events);
        fields.put("message", "1");
        fields.put("channel", "SMS");
        fields.put("tenant", "bank");
        fields.put("client", "client");
        fields.put("number", anyNumber());
        fields.put("country", "1");
        fields.put("prefix", "1-650253");
        fields.put("revealed", "false");
        fields.put("supplied", "false");
        fields.putAll(differing);
        List<String> call = new ArrayList<>(List.of(stream(partition), "*"));
        fields.forEach((name, value) -> call.addAll(List.of(name, value)));
        assertTrue(await(redis.xadd(call)) != null);
    }

    /** What is under way looks as if it had been so for a minute. */
    private void letAMinutePass(char partition) {
        await(
                redis.xautoclaim(
                        List.of(stream(partition), "risk-service", "risk-service", "0", "0")));
        for (var event :
                Objects.requireNonNull(
                        await(
                                redis.xpending(
                                        List.of(
                                                stream(partition),
                                                "risk-service",
                                                "-",
                                                "+",
                                                "10"))))) {
            await(
                    redis.xclaim(
                            List.of(
                                    stream(partition),
                                    "risk-service",
                                    "risk-service",
                                    "0",
                                    Objects.requireNonNull(event.get(0)).toString(),
                                    "IDLE",
                                    "61000")));
        }
    }

    private int pending(char partition) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(
                                        await(
                                                redis.xpending(
                                                        List.of(
                                                                stream(partition),
                                                                "risk-service"))))
                                .get(0))
                .toInteger();
    }

    private static String stream(char partition) {
        return "{otp:" + partition + "}:outcome";
    }

    /** A clock that stands still until it is moved. */
    private static final class MutableClock implements InstantSource {

        private volatile Instant now;

        MutableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Remembers what it is told, each event once. */
    private static final class Counted implements HistoryStore {

        private final List<Happening> happenings = new CopyOnWriteArrayList<>();
        private final Set<String> ids = ConcurrentHashMap.newKeySet();
        private volatile boolean broken;

        List<String> names() {
            return happenings.stream().map(happening -> happening.event().name()).toList();
        }

        @Override
        public Uni<Boolean> count(Happening happening) {
            if (broken) {
                return Uni.createFrom().failure(new IllegalStateException("out of order"));
            }
            if (ids.add(happening.id())) {
                happenings.add(happening);
                return Uni.createFrom().item(true);
            }
            return Uni.createFrom().item(false);
        }

        @Override
        public Uni<History> ask(Ask ask) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Boolean> refuse(Ask ask) {
            throw new UnsupportedOperationException();
        }
    }
}
