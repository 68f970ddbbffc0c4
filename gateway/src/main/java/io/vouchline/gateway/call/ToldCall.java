package io.vouchline.gateway.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vouchline.contract.number.PhoneNumber;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A call, as our own API tells it.
 *
 * @param callId the platform's own name of it
 * @param state waiting (only a look-up has named it), ringing, answered, or ended
 * @param caller null if it is withheld or was not told
 * @param callee the number that was called
 * @param from the queue, or the number that the call was redirected from
 * @param agent who answered, or the last at whom it rang
 * @param since when it came into its state
 * @param variables what was keyed in and looked up in it, by name
 */
record ToldCall(
        String callId,
        String state,
        @Nullable PhoneNumber caller,
        @Nullable PhoneNumber callee,
        @Nullable PhoneNumber from,
        @Nullable String agent,
        Instant since,
        @Schema(type = SchemaType.OBJECT, implementation = Object.class) ObjectNode variables) {

    static ToldCall of(Call call) {
        return new ToldCall(
                call.id().value(),
                call.state().word(),
                call.caller(),
                call.callee(),
                call.from(),
                call.agent() == null ? null : call.agent().name(),
                call.since(),
                call.variables());
    }

    /** The same, told to one agent: at several it may ring. */
    ToldCall to(Agent asked) {
        return new ToldCall(callId, state, caller, callee, from, asked.name(), since, variables);
    }

    @Override
    public String toString() {
        return "ToldCall[" + state + "]";
    }
}
