package io.vouchline.gateway.call;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the calls of each tenant: 4 hours after the last event, 15 minutes after the end. It gets
 * nothing personal in clear, only keyed hashes of numbers and agents, and sealed values by the name
 * of their field.
 */
interface CallStore {

    /** What of a call is sealed besides its variables. */
    String CALLER = "caller";

    /** The number that was called. */
    String CALLEE = "callee";

    /** The queue, or the number that the call was redirected from. */
    String FROM = "from";

    /** Who answered, or the last at whom it rang. */
    String AGENT = "agent";

    /** Takes an event, and answers what the call came to. Safe to repeat. */
    Uni<CallState> take(String tenant, Event event);

    /** Ties variables to a call unless it is over; it may be the first that is heard of it. */
    Uni<Tie> tie(String tenant, CallId id, @Nullable Caller caller, Map<String, String> variables);

    /**
     * Ties variables to the newest call of this caller that began within the window of now and that
     * nobody has answered; else to the newest that has no customer yet; else leaves them, as long
     * as the window, for the next call of the caller.
     *
     * @param number the caller's hash
     */
    Uni<Tie> tie(String tenant, String number, Map<String, String> variables);

    /** The call of this name, if the tenant has one. */
    Uni<Optional<Stored>> find(String tenant, CallId id);

    /**
     * The calls that an agent has: those answered, the newest first, then those that ring.
     *
     * @param agent the agent's hash
     */
    Uni<List<Stored>> ofAgent(String tenant, String agent);

    /**
     * An event.
     *
     * @param caller null if it is not known
     * @param agent the agent's hash; null if none is told
     * @param sealed by field; {@link #CALLER} is not among them
     */
    record Event(
            CallEvent.Kind kind,
            CallId id,
            @Nullable Caller caller,
            @Nullable String agent,
            Map<String, String> sealed) {}

    /**
     * A caller.
     *
     * @param number the number's hash
     * @param sealed the number
     */
    record Caller(String number, String sealed) {}

    /**
     * A call.
     *
     * @param number the caller's hash; null if it is not known
     * @param sealed by field
     */
    record Stored(
            CallId id,
            CallState state,
            Instant since,
            @Nullable String number,
            Map<String, String> sealed) {}
}
