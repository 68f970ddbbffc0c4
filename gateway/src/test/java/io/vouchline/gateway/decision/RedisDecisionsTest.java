package io.vouchline.gateway.decision;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisDecisionsTest extends RedisStoreTest {

    private final ObjectMapper mapper = DecisionFixture.mapper();

    /** A tenant that no other test has. */
    private String tenant;

    private DecisionStore store;

    @BeforeEach
    void begin() {
        tenant = "bank-" + UUID.randomUUID();
        store = store(Map.of());
    }

    private DecisionStore store(Map<String, String> settings) {
        return new RedisDecisions(
                redis, Settings.of(DecisionConfig.class, settings), clock, mapper);
    }

    @Test
    void aDecisionIsFoundAsItWasByItsNumberAndByItsId() {
        String hash = anyNumber();
        Decision decision = decision(hash, id(), 1);
        keep(decision);
        assertEquals(List.of(decision), await(store.about(tenant, hash)));
        assertEquals(List.of(decision), await(store.under(tenant, decision.correlationId())));
    }

    @Test
    void theLastFiftyAreToldNewestFirst() {
        String hash = anyNumber();
        String id = id();
        IntStream.rangeClosed(1, 60).forEach(i -> keep(decision(hash, id, i)));
        List<Long> expected =
                IntStream.iterate(60, i -> i - 1).limit(50).asLongStream().boxed().toList();
        assertEquals(expected, durations(await(store.about(tenant, hash))));
        assertEquals(expected, durations(await(store.under(tenant, id))));
    }

    @Test
    void anotherTenantFindsNothing() {
        String hash = anyNumber();
        String id = id();
        keep(decision(hash, id, 1));
        assertEquals(List.of(), await(store.about(tenant + "-2", hash)));
        assertEquals(List.of(), await(store.under(tenant + "-2", id)));
    }

    @Test
    void whatIsOlderThanThirtyDaysIsNotTold() {
        String hash = anyNumber();
        String id = id();
        keep(decision(hash, id, 1));
        clock.moveTo(Duration.ofDays(1));
        keep(decision(hash, id, 2));
        clock.moveTo(Duration.ofDays(30).plusSeconds(1));
        assertEquals(List.of(2L), durations(await(store.about(tenant, hash))));
        assertEquals(List.of(2L), durations(await(store.under(tenant, id))));
    }

    @Test
    void whatIsTooOldLeavesTheStreamWithTheNextDecision() {
        String id = id();
        keep(decision(null, id, 1));
        clock.moveTo(Duration.ofDays(31));
        keep(decision(null, id(), 2));
        assertEquals(1, length());
        assertEquals(0, await(redis.hexists(key("ids"), id)).toInteger());
    }

    @Test
    void theStreamAndWhatPointsIntoItNeverGrowBeyondTheMost() {
        store = store(Map.of("most", "1000"));
        String repeated = id();
        keep(decision(null, repeated, 1));
        List<String> ids = IntStream.rangeClosed(2, 1_000).mapToObj(i -> id()).toList();
        keepAll(ids);
        assertEquals(1_000, length());
        keep(decision(null, repeated, 1_001));
        assertEquals(1_000, length());
        assertEquals(1_000, await(redis.hlen(key("ids"))).toInteger());
        assertEquals(List.of(1_001L), durations(await(store.under(tenant, repeated))));
        keepAll(List.of(id(), id()));
        assertEquals(1_000, length());
        assertEquals(1_000, await(redis.hlen(key("ids"))).toInteger());
    }

    @Test
    void aNumbersDecisionsAreToldEvenIfTheStreamHasForgottenThem() {
        store = store(Map.of("most", "1000"));
        String hash = anyNumber();
        keep(decision(hash, id(), 1));
        keepAll(IntStream.range(0, 1_001).mapToObj(i -> id()).toList());
        assertEquals(List.of(1L), durations(await(store.about(tenant, hash))));
    }

    @Test
    void whatIsNotToBeFoundByItsNumberIsInTheStreamAlone() {
        String hash = anyNumber();
        Decision decision = decision(hash, id(), 1);
        var _ = await(store.keep(decision, tenant, false));
        assertEquals(List.of(), await(store.about(tenant, hash)));
        assertEquals(List.of(decision), await(store.under(tenant, decision.correlationId())));
    }

    @Test
    void everyKeyEndsAfterThirtyDays() {
        String hash = anyNumber();
        keep(decision(hash, id(), 1));
        for (String name : List.of("stream", "ids", "subject:" + hash)) {
            long left = await(redis.pttl(key(name))).toLong();
            assertTrue(left > Duration.ofDays(29).toMillis(), name + " " + left);
            assertTrue(left <= Duration.ofDays(30).toMillis(), name + " " + left);
        }
    }

    @Test
    void anEntryOfTheStreamIsTheDecisionInJsonWithItsIdAndTime() {
        Decision decision = decision(null, id(), 7);
        keep(decision);
        var entry = await(redis.xrange(List.of(key("stream"), "-", "+"))).get(0).get(1);
        assertEquals("event", entry.get(0).toString());
        String event = entry.get(1).toString();
        assertTrue(event.contains("\"correlation_id\":\"" + decision.correlationId()), event);
        assertTrue(event.contains("\"duration_ms\":7"), event);
        assertEquals("correlation_id", entry.get(2).toString());
        assertEquals(decision.correlationId(), entry.get(3).toString());
        assertEquals("at", entry.get(4).toString());
    }

    private void keep(Decision decision) {
        var _ = await(store.keep(decision, tenant, true));
    }

    private void keepAll(List<String> ids) {
        var _ =
                await(
                        Uni.join()
                                .all(
                                        ids.stream()
                                                .map(
                                                        id ->
                                                                store.keep(
                                                                        decision(null, id, 0),
                                                                        tenant,
                                                                        true))
                                                .toList())
                                .usingConcurrencyOf(16)
                                .andFailFast());
    }

    private int length() {
        return await(redis.xlen(key("stream"))).toInteger();
    }

    private String key(String name) {
        return "{decision:" + tenant + "}:" + name;
    }

    private static String id() {
        return anyNumber().toLowerCase(Locale.ROOT);
    }

    private static List<Long> durations(List<Decision> decisions) {
        return decisions.stream().map(Decision::durationMs).toList();
    }

    private Decision decision(@org.jspecify.annotations.Nullable String hash, String id, long ms) {
        return DecisionFixture.decision(tenant, hash, id, ms);
    }
}
