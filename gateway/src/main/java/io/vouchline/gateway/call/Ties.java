package io.vouchline.gateway.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Ties what a look-up came to to its call, so that an agent sees it. A look-up is answered whether
 * or not that works, and waits for it a short while only; what fails is logged and counted.
 */
@Singleton
public class Ties {

    private static final Logger LOGGER = Logger.getLogger(Ties.class);
    private static final String COUNTER = "vouchline.call.ties";

    private final CallStore store;
    private final CallSeal seal;
    private final Duration timeout;
    private final MeterRegistry metrics;

    Ties(CallStore store, CallSeal seal, CallConfig config, MeterRegistry metrics) {
        this.store = store;
        this.seal = seal;
        this.timeout = config.tieTimeout();
        this.metrics = metrics;
    }

    /** Ties variables to the call that is meant, if any is; never fails. */
    public Uni<Void> tie(String tenant, CallHint hint, List<Variable> variables) {
        return Uni.createFrom()
                .deferred(() -> tied(tenant, hint, variables))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .invoke(failure -> LOGGER.warnf("a look-up was not tied to its call: %s", failure))
                .onFailure()
                .recoverWithItem(Tie.FAILED)
                .invoke(tie -> metrics.counter(COUNTER, "result", tie.word()).increment())
                .replaceWithVoid();
    }

    private Uni<Tie> tied(String tenant, CallHint hint, List<Variable> variables) {
        CallId id = hint.id();
        PhoneNumber caller = hint.caller();
        if (id != null) {
            return store.tie(
                    tenant,
                    id,
                    caller == null ? null : seal.caller(tenant, id, caller),
                    sealed(variables, one -> seal.variable(tenant, id, one)));
        }
        if (caller != null) {
            String number = seal.hash(tenant, caller);
            return store.tie(
                    tenant, number, sealed(variables, one -> seal.variable(tenant, number, one)));
        }
        return Uni.createFrom().item(Tie.UNKNOWN);
    }

    private static Map<String, String> sealed(
            List<Variable> variables, Function<Variable, String> sealing) {
        return variables.stream()
                .collect(Collectors.toMap(variable -> variable.slot().field(), sealing));
    }
}
