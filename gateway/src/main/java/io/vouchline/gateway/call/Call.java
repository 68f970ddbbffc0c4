package io.vouchline.gateway.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vouchline.contract.number.PhoneNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tenant.
 *
 * @param caller null if it is withheld, or was not told
 * @param agent who answered, or the last at whom it rang
 * @param since when it came into its state, by the clock of Redis
 * @param variables what was keyed in and looked up in it, by the names that the client's policy
 *     gives
 */
record Call(
        CallId id,
        CallState state,
        @Nullable PhoneNumber caller,
        @Nullable PhoneNumber callee,
        @Nullable PhoneNumber from,
        @Nullable Agent agent,
        Instant since,
        ObjectNode variables) {

    @Override
    public String toString() {
        return "Call[" + state + "]";
    }
}
