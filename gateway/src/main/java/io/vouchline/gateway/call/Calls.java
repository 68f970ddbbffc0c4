package io.vouchline.gateway.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.redis.StoreAnswers;
import io.vouchline.gateway.call.CallStore.Event;
import io.vouchline.gateway.call.CallStore.Stored;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of tenants. A tenant sees its own only. */
@Singleton
public class Calls {

    private final CallStore store;
    private final CallSeal seal;
    private final StoreAnswers answers;

    Calls(CallStore store, CallSeal seal, StoreAnswers answers) {
        this.store = store;
        this.seal = seal;
        this.answers = answers;
    }

    /**
     * Takes what an exchange tells of a call, and answers how far the call is. Safe to repeat; what
     * comes too late changes nothing. 503 if the store does not answer.
     */
    public Uni<CallState> take(String tenant, CallEvent event) {
        Agent agent = event.agent();
        PhoneNumber caller = event.caller();
        Map<String, String> sealed = new HashMap<>();
        put(sealed, tenant, event.id(), CallStore.CALLEE, e164(event.callee()));
        put(sealed, tenant, event.id(), CallStore.FROM, e164(event.from()));
        put(sealed, tenant, event.id(), CallStore.AGENT, agent == null ? null : agent.name());
        return answers.told(
                store.take(
                        tenant,
                        new Event(
                                event.kind(),
                                event.id(),
                                caller == null ? null : seal.caller(tenant, event.id(), caller),
                                agent == null ? null : seal.hash(tenant, agent),
                                sealed)));
    }

    /** The call of this name, if the tenant has one. 503 if the store does not answer. */
    Uni<Optional<Call>> find(String tenant, CallId id) {
        return answers.told(store.find(tenant, id))
                .map(found -> found.map(one -> call(tenant, one)));
    }

    /**
     * The calls that an agent has: those answered, the newest first, then those that ring. 503 if
     * the store does not answer.
     */
    Uni<List<Call>> ofAgent(String tenant, Agent agent) {
        return answers.told(store.ofAgent(tenant, seal.hash(tenant, agent)))
                .map(found -> found.stream().map(one -> call(tenant, one)).toList());
    }

    private void put(
            Map<String, String> sealed,
            String tenant,
            CallId id,
            String field,
            @Nullable String text) {
        if (text != null) {
            String _ = sealed.put(field, seal.text(tenant, id, field, text));
        }
    }

    private static @Nullable String e164(@Nullable PhoneNumber number) {
        return number == null ? null : number.e164();
    }

    private Call call(String tenant, Stored stored) {
        return new Call(
                stored.id(),
                stored.state(),
                number(tenant, stored, CallStore.CALLER),
                number(tenant, stored, CallStore.CALLEE),
                number(tenant, stored, CallStore.FROM),
                opened(tenant, stored, CallStore.AGENT).map(Agent::new).orElse(null),
                stored.since(),
                variables(tenant, stored));
    }

    private @Nullable PhoneNumber number(String tenant, Stored stored, String field) {
        return opened(tenant, stored, field).map(PhoneNumber::ofE164).orElse(null);
    }

    private Optional<String> opened(String tenant, Stored stored, String field) {
        return seal.openText(tenant, stored.id(), field, stored.sealed().get(field));
    }

    private ObjectNode variables(String tenant, Stored stored) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        for (Variable.Slot slot : Variable.Slot.values()) {
            seal.openVariable(
                            tenant,
                            stored.id(),
                            stored.number(),
                            slot,
                            stored.sealed().get(slot.field()))
                    .ifPresent(variables::setAll);
        }
        return variables;
    }
}
