package io.vouchline.gateway.upstream;

import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/**
 * What goes with every call: the token of the current client for this one service, and the time
 * that remains. Nothing of the platform's own headers is passed on.
 */
class CallHeaders implements ClientHeadersFactory {

    private final InternalTokens tokens;
    private final CurrentRequest current;
    private final InstantSource clock = InstantSource.system();
    private final String audience;
    private final String scopes;

    CallHeaders(InternalTokens tokens, CurrentRequest current, String audience, String... scopes) {
        this.tokens = tokens;
        this.current = current;
        this.audience = audience;
        this.scopes = String.join(" ", scopes);
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        Duration remaining = current.deadline().remaining(clock);
        if (remaining.toMillis() == 0) {
            throw ProblemType.UNAVAILABLE.exception("No time is left.");
        }
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.add(
                HttpHeaders.AUTHORIZATION, "Bearer " + token(tokens, current, audience, scopes));
        headers.add(Deadline.HEADER, Long.toString(remaining.toMillis()));
        return headers;
    }

    /** The token that the call is made with: of the client whose request is worked on. */
    String token(InternalTokens tokens, CurrentRequest current, String audience, String scopes) {
        return tokens.token(current.client(), audience, scopes);
    }
}
