package io.vouchline.gateway.call;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.testing.RedisStoreTest;
import io.vouchline.contract.testing.Settings;
import io.vouchline.gateway.call.CallEvent.Kind;
import io.vouchline.gateway.call.CallStore.Caller;
import io.vouchline.gateway.call.CallStore.Event;
import io.vouchline.gateway.call.CallStore.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedisCallStoreTest extends RedisStoreTest {

    private static final Map<String, String> FIRST = Map.of("customer", "first");
    private static final Map<String, String> SECOND = Map.of("customer", "second");

    private CallStore store;
    private String tenant = "";
    private String number = "";
    private CallId id = new CallId("x");

    @BeforeAll
    void start() {
        store = new RedisCallStore(redis, clock, Settings.defaults(CallConfig.class));
    }

    @BeforeEach
    void somethingNew() {
        tenant = "bank-" + UUID.randomUUID();
        number = anyNumber();
        id = anyCall();
    }

    @Test
    void aCallRingsIsAnsweredAndEnds() {
        assertEquals(CallState.RINGING, take(Kind.RINGING, id, "anna"));
        assertEquals(List.of(id), callsOf("anna"));
        assertEquals(CallState.ANSWERED, take(Kind.ANSWER, id, "anna"));
        assertEquals(List.of(id), callsOf("anna"));
        assertEquals(CallState.ENDED, take(Kind.HANGUP, id, "anna"));
        assertEquals(List.of(), callsOf("anna"));
        assertEquals(CallState.ENDED, found(id).state());
    }

    @Test
    void theSameEventTwiceIsOne() {
        for (Kind kind : Kind.values()) {
            CallState first = take(kind, id, "anna");
            Stored before = found(id);
            clock.moveTo(clock.value().plusSeconds(5));
            assertEquals(first, take(kind, id, "anna"));
            assertEquals(before, found(id));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWER, RINGING, ANSWERED",
        "HANGUP, RINGING, ENDED",
        "HANGUP, ANSWER, ENDED",
        "HANGUP, HANGUP, ENDED"
    })
    void anEventThatComesTooLateChangesNothing(Kind early, Kind late, CallState state) {
        CallState _ = take(early, id, "anna");
        Stored before = found(id);
        clock.moveTo(Duration.ofSeconds(5));
        assertEquals(state, take(late, id, "bert"));
        assertEquals(before, found(id));
        assertEquals(List.of(), callsOf("bert"));
    }

    @Test
    void aCallThatRingsAtSeveralIsOnlyTheirsWhoAnswers() {
        for (String agent : List.of("anna", "bert", "cleo")) {
            CallState _ = take(Kind.RINGING, id, agent);
        }
        assertEquals(List.of(id), callsOf("anna"));
        assertEquals(List.of(id), callsOf("bert"));
        CallState _ = take(Kind.ANSWER, id, "bert");
        assertEquals(List.of(), callsOf("anna"));
        assertEquals(List.of(id), callsOf("bert"));
        // The others' telephones fall silent, which some exchanges tell as hanging up.
        assertEquals(CallState.ANSWERED, take(Kind.HANGUP, id, "anna"));
        assertEquals(CallState.ENDED, take(Kind.HANGUP, id, "bert"));
    }

    @Test
    void aCallThatOneDeclinesRingsAtTheOthersUntilTheLastDoes() {
        CallState _ = take(Kind.RINGING, id, "anna");
        CallState _ = take(Kind.RINGING, id, "bert");
        assertEquals(CallState.RINGING, take(Kind.HANGUP, id, "anna"));
        assertEquals(List.of(), callsOf("anna"));
        assertEquals(List.of(id), callsOf("bert"));
        assertEquals(CallState.ENDED, take(Kind.HANGUP, id, "bert"));
    }

    @Test
    void whoHangsUpWithoutANameEndsTheCall() {
        CallState _ = take(Kind.RINGING, id, "anna");
        CallState _ = take(Kind.RINGING, id, "bert");
        assertEquals(CallState.ENDED, take(Kind.HANGUP, id, null));
    }

    @Test
    void aCallThatIsHandedOverIsTheOthers() {
        CallState _ = take(Kind.ANSWER, id, "anna");
        CallState _ = take(Kind.ANSWER, id, "bert");
        assertEquals(List.of(), callsOf("anna"));
        assertEquals(List.of(id), callsOf("bert"));
        assertEquals("sealed bert", found(id).sealed().get(CallStore.AGENT));
        assertEquals(CallState.ANSWERED, take(Kind.HANGUP, id, "anna"));
    }

    @Test
    void anAnsweredCallComesBeforeOneThatRingsAndTheNewestFirst() {
        CallId second = anyCall();
        CallId third = anyCall();
        CallState _ = take(Kind.ANSWER, id, "anna");
        clock.moveTo(Duration.ofSeconds(1));
        CallState _ = take(Kind.ANSWER, second, "anna");
        clock.moveTo(Duration.ofSeconds(2));
        CallState _ = take(Kind.RINGING, third, "anna");
        assertEquals(List.of(second, id, third), callsOf("anna"));
    }

    @Test
    void whatOneEventTellsTheNextOneKeeps() {
        await(
                store.take(
                        tenant,
                        new Event(
                                Kind.RINGING,
                                id,
                                new Caller(number, "sealed caller"),
                                null,
                                Map.of(CallStore.CALLEE, "sealed callee"))));
        await(
                store.take(
                        tenant,
                        new Event(
                                Kind.ANSWER,
                                id,
                                new Caller(anyNumber(), "another"),
                                null,
                                Map.of(CallStore.FROM, "sealed from"))));
        Stored call = found(id);
        assertEquals(number, call.number());
        assertEquals("sealed caller", call.sealed().get(CallStore.CALLER));
        assertEquals("sealed callee", call.sealed().get(CallStore.CALLEE));
        assertEquals("sealed from", call.sealed().get(CallStore.FROM));
    }

    @Test
    void aCallIsForgottenFourHoursAfterItsLastEventAndAQuarterAfterItsEnd() {
        CallState _ = take(Kind.RINGING, id, "anna");
        assertLives(Duration.ofHours(4), "id:" + id.value());
        await(redis.pexpire(List.of(key("id:" + id.value()), "1000000")));
        CallState _ = take(Kind.RINGING, id, "anna");
        assertLives(Duration.ofHours(4), "id:" + id.value());
        CallState _ = take(Kind.HANGUP, id, "anna");
        assertLives(Duration.ofMinutes(15), "id:" + id.value());
        CallState _ = take(Kind.HANGUP, anyCall(), "anna");
        assertTie(Tie.LEFT, FIRST);
        assertTie(Tie.TIED, anyCall(), FIRST);
        for (String key : keys()) {
            assertTrue(await(redis.pttl(key)).toLong() > 0, key);
        }
    }

    @Test
    void aLookUpIsTiedToTheCallItNames() {
        CallState _ = take(Kind.ANSWER, id, "anna");
        assertTie(Tie.TIED, id, FIRST);
        assertTie(Tie.TIED, id, SECOND);
        assertEquals("second", customer(id));
    }

    @Test
    void aLookUpMayBeTheFirstThatIsHeardOfACall() {
        assertTie(Tie.TIED, id, FIRST);
        assertEquals(CallState.WAITING, found(id).state());
        assertLives(Duration.ofHours(4), "id:" + id.value());
        assertEquals(CallState.RINGING, take(Kind.RINGING, id, "anna"));
        assertEquals("first", customer(id));
        assertEquals(number, found(id).number());
    }

    @Test
    void nothingIsTiedToACallThatIsOver() {
        CallState _ = take(Kind.HANGUP, id, "anna");
        assertTie(Tie.ENDED, id, FIRST);
        assertNull(customer(id));
        assertTie(Tie.LEFT, FIRST);
        assertNull(customer(id));
    }

    @Test
    void aLookUpByCallerIsTiedToTheNewestCallThatNobodyHasAnswered() {
        CallId second = anyCall();
        CallId third = anyCall();
        CallState _ = take(Kind.RINGING, id, "anna");
        clock.moveTo(Duration.ofSeconds(1));
        CallState _ = take(Kind.RINGING, second, "bert");
        clock.moveTo(Duration.ofSeconds(2));
        CallState _ = take(Kind.ANSWER, third, "cleo");
        assertTie(Tie.TIED, FIRST);
        assertNull(customer(id));
        assertEquals("first", customer(second));
        assertNull(customer(third));
    }

    @Test
    void whatAnAgentHasOnTheScreenIsNotReplacedByAnotherCallOfTheSameNumber() {
        CallState _ = take(Kind.ANSWER, id, "anna");
        assertTie(Tie.TIED, FIRST);
        assertEquals("first", customer(id));
        assertTie(Tie.LEFT, SECOND);
        assertEquals("first", customer(id));
        CallId second = anyCall();
        CallState _ = take(Kind.RINGING, second, "bert");
        assertEquals("second", customer(second));
    }

    @Test
    void aLookUpBeforeTheFirstEventIsOfTheNextCallOfTheCallerAndOfNoOther() {
        assertTie(Tie.LEFT, FIRST);
        assertTie(Tie.LEFT, SECOND);
        CallId foreign = anyCall();
        String own = number;
        number = anyNumber();
        CallState _ = take(Kind.RINGING, foreign, "anna");
        assertNull(customer(foreign));
        number = own;
        CallState _ = take(Kind.RINGING, id, "anna");
        assertEquals("second", customer(id));
        CallId next = anyCall();
        CallState _ = take(Kind.RINGING, next, "anna");
        assertNull(customer(next));
    }

    @Test
    void whatWaitsForACallDoesNotReplaceWhatTheCallHas() {
        assertTie(Tie.LEFT, FIRST);
        await(store.tie(tenant, id, null, SECOND));
        CallState _ = take(Kind.RINGING, id, "anna");
        assertEquals("second", customer(id));
    }

    @Test
    void aLookUpWaitsForItsCallAsLongAsTheWindow() {
        assertTie(Tie.LEFT, FIRST);
        assertLives(Duration.ofMinutes(10), "left:" + number);
    }

    @Test
    void aCallThatBeganBeforeTheWindowGetsNoLookUpByItsCaller() {
        CallState _ = take(Kind.RINGING, id, "anna");
        clock.moveTo(Duration.ofMinutes(10).minusSeconds(5));
        assertTie(Tie.TIED, FIRST);
        clock.moveTo(Duration.ofMinutes(10).plusSeconds(5));
        assertTie(Tie.LEFT, SECOND);
        assertEquals("first", customer(id));
    }

    @Test
    void aTenantHasItsOwnCallsOnly() {
        CallState _ = take(Kind.RINGING, id, "anna");
        String own = tenant;
        tenant = own + "-other";
        assertTrue(await(store.find(tenant, id)).isEmpty());
        assertEquals(List.of(), callsOf("anna"));
        assertTie(Tie.LEFT, FIRST);
        assertTie(Tie.TIED, id, FIRST);
        tenant = own;
        assertNull(customer(id));
    }

    @Test
    void ofManyCallsOfOneNumberTheOldestAreForgotten() {
        for (int i = 0; i < RedisCallStore.MOST + 20; i++) {
            clock.moveTo(Duration.ofMillis(i));
            CallState _ = take(Kind.RINGING, new CallId("call-" + i), "anna");
        }
        assertEquals(RedisCallStore.MOST, await(redis.zcard(key("caller:" + number))).toInteger());
        assertEquals(RedisCallStore.MOST, callsOf("anna").size());
    }

    @Test
    void ofAHangUpAndALookUpAtOnceEitherWinsWhole() {
        for (int round = 0; round < 50; round++) {
            CallId call = anyCall();
            number = anyNumber();
            CallState _ = take(Kind.RINGING, call, "anna");
            List<Object> both =
                    await(
                            Uni.join()
                                    .<Object>all(
                                            store.tie(tenant, number, FIRST)
                                                    .map(Object.class::cast),
                                            store.take(tenant, event(Kind.HANGUP, call, "anna"))
                                                    .map(Object.class::cast))
                                    .andFailFast());
            boolean tied = both.getFirst() == Tie.TIED;
            assertEquals(CallState.ENDED, found(call).state());
            assertEquals(tied ? "first" : null, customer(call));
            assertEquals(
                    tied ? 0 : 1, await(redis.exists(List.of(key("left:" + number)))).toInteger());
        }
    }

    @Test
    void ofManyLookUpsAndCallsAtOnceNoCallGetsPartsOfTwo() {
        List<Uni<Object>> all = new ArrayList<>();
        List<CallId> ids = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            ids.add(anyCall());
            all.add(
                    store.tie(tenant, number, Map.of("customer", "c" + i, "keypad", "k" + i))
                            .map(Object.class::cast));
            all.add(
                    store.take(tenant, event(Kind.RINGING, ids.getLast(), "agent-" + i))
                            .map(Object.class::cast));
            all.add(
                    store.take(tenant, event(Kind.ANSWER, ids.getLast(), "agent-" + i))
                            .map(Object.class::cast));
        }
        await(Uni.join().all(all).andFailFast());
        List<Map<String, String>> got =
                ids.stream()
                        .map(one -> found(one).sealed())
                        .filter(fields -> fields.containsKey("customer"))
                        .toList();
        assertTrue(!got.isEmpty());
        for (Map<String, String> fields : got) {
            assertEquals(fields.get("customer").substring(1), fields.get("keypad").substring(1));
        }
    }

    private CallState take(Kind kind, CallId call, @Nullable String agent) {
        return await(store.take(tenant, event(kind, call, agent)));
    }

    private Event event(Kind kind, CallId call, @Nullable String agent) {
        return new Event(
                kind,
                call,
                new Caller(number, "sealed"),
                agent,
                agent == null ? Map.of() : Map.of(CallStore.AGENT, "sealed " + agent));
    }

    private void assertTie(Tie tie, Map<String, String> variables) {
        assertEquals(tie, await(store.tie(tenant, number, variables)));
    }

    private void assertTie(Tie tie, CallId call, Map<String, String> variables) {
        assertEquals(tie, await(store.tie(tenant, call, new Caller(number, "sealed"), variables)));
    }

    private Stored found(CallId call) {
        return await(store.find(tenant, call)).orElseThrow();
    }

    private @Nullable String customer(CallId call) {
        return found(call).sealed().get("customer");
    }

    private List<CallId> callsOf(String agent) {
        return await(store.ofAgent(tenant, agent)).stream().map(Stored::id).toList();
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        await(redis.keys(key("*"))).forEach(one -> keys.add(one.toString()));
        return keys;
    }

    private String key(String rest) {
        return "{call:" + tenant + "}:" + rest;
    }

    private void assertLives(Duration life, String key) {
        long left = await(redis.pttl(key(key))).toLong();
        assertTrue(
                left <= life.toMillis() && left > life.minusSeconds(60).toMillis(),
                key + " lives " + left);
    }

    private static CallId anyCall() {
        return new CallId(UUID.randomUUID().toString());
    }
}
