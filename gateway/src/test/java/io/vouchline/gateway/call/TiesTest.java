package io.vouchline.gateway.call;

import static io.vouchline.contract.testing.RedisConnection.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.key.SecretKeySet;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.seal.Seal;
import io.vouchline.contract.testing.KeyFiles;
import io.vouchline.contract.testing.Keysets;
import io.vouchline.contract.testing.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TiesTest {

    private static final PhoneNumber CALLER = PhoneNumber.ofE164("+16502530000");
    private static final CallId ID = new CallId("call-1");
    private static final Variable KEYED =
            new Variable(Variable.Slot.KEYPAD, "accountNumber", TextNode.valueOf("1234567890"));

    private final CallSeal seal =
            new CallSeal(
                    Seal.read("test", Keysets.keyset("ties.json")),
                    new NumberHash(
                            SecretKeySet.read("test", KeyFiles.secret("tie-numbers")).current()));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void aLookUpDoesNotWaitLongForAStoreThatIsSilent() {
        tie(() -> Uni.createFrom().nothing(), new CallHint(null, CALLER));
        assertEquals(1, counted("failed"));
    }

    @Test
    void aStoreThatFailsFailsNoLookUp() {
        tie(() -> Uni.createFrom().failure(new IllegalStateException("x")), new CallHint(ID, null));
        tie(
                () -> {
                    throw new IllegalStateException("x");
                },
                new CallHint(null, CALLER));
        assertEquals(2, counted("failed"));
    }

    @Test
    void withoutCallAndCallerTheStoreIsNotAsked() {
        tie(
                () -> {
                    throw new AssertionError("asked");
                },
                new CallHint(null, null));
        assertEquals(1, counted("unknown"));
    }

    @Test
    void whatBecameOfItIsCounted() {
        tie(() -> Uni.createFrom().item(Tie.LEFT), new CallHint(null, CALLER));
        tie(() -> Uni.createFrom().item(Tie.ENDED), new CallHint(ID, null));
        assertEquals(1, counted("left"));
        assertEquals(1, counted("ended"));
    }

    @Test
    void theStoreGetsNothingInClear() {
        AtomicReference<String> seen = new AtomicReference<>("");
        Ties ties = ties(new Told(() -> Uni.createFrom().item(Tie.TIED), seen));
        await(ties.tie("bank", new CallHint(ID, CALLER), List.of(KEYED)));
        await(ties.tie("bank", new CallHint(null, CALLER), List.of(KEYED)));
        assertFalse(seen.get().isEmpty());
        assertFalse(seen.get().contains("6502530000"), seen.get());
        assertFalse(seen.get().contains("1234567890"), seen.get());
    }

    @Test
    void aVariableOpensInItsCallOnly() {
        String sealed = seal.variable("bank", ID, KEYED);
        assertEquals("1234567890", opened("bank", ID, null, sealed));
        assertEquals("", opened("bank", new CallId("call-2"), null, sealed));
        assertEquals("", opened("other", ID, null, sealed));
    }

    @Test
    void aVariableOfACallerOpensInTheCallersCallsOnly() {
        String number = seal.hash("bank", CALLER);
        String sealed = seal.variable("bank", number, KEYED);
        assertEquals("1234567890", opened("bank", ID, number, sealed));
        assertEquals("", opened("bank", ID, null, sealed));
        assertEquals(
                "",
                opened("bank", ID, seal.hash("bank", PhoneNumber.ofE164("+16502530001")), sealed));
        assertEquals("", opened("bank", ID, number, "nonsense"));
        assertEquals("", opened("bank", ID, number, ""));
    }

    private String opened(String tenant, CallId id, @Nullable String number, String sealed) {
        return seal.openVariable(tenant, id, number, Variable.Slot.KEYPAD, sealed)
                .map(TiesTest::value)
                .orElse("");
    }

    private static String value(ObjectNode variable) {
        assertTrue(variable.size() == 1);
        return variable.path("accountNumber").asText();
    }

    private void tie(Supplier<Uni<Tie>> answer, CallHint hint) {
        Void _ =
                await(
                        ties(new Told(answer, new AtomicReference<>("")))
                                .tie("bank", hint, List.of(KEYED)));
    }

    private Ties ties(CallStore store) {
        return new Ties(
                store,
                seal,
                Settings.of(CallConfig.class, Map.of("tie-timeout", "100ms")),
                metrics);
    }

    private double counted(String result) {
        return metrics.counter("vouchline.call.ties", "result", result).count();
    }

    /** A store that answers ties as it is told, and writes down what it gets. */
    private record Told(Supplier<Uni<Tie>> answer, AtomicReference<String> seen)
            implements CallStore {

        @Override
        public Uni<Tie> tie(
                String tenant, CallId id, @Nullable Caller caller, Map<String, String> variables) {
            seen.set(seen.get() + id.value() + caller + new HashMap<>(variables));
            return answer.get();
        }

        @Override
        public Uni<Tie> tie(String tenant, String number, Map<String, String> variables) {
            seen.set(seen.get() + number + new HashMap<>(variables));
            return answer.get();
        }

        @Override
        public Uni<CallState> take(String tenant, Event event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Optional<Stored>> find(String tenant, CallId id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<List<Stored>> ofAgent(String tenant, String agent) {
            throw new UnsupportedOperationException();
        }
    }
}
