package io.vouchline.gateway.call;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The calls of a client's tenant, in our own API. */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/calls")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.VOUCHLINE)
class CallResource {

    private final Calls calls;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    CallResource(Calls calls, CurrentRequest current, CurrentDecision decision) {
        this.calls = calls;
        this.current = current;
        this.decision = decision;
    }

    @GET
    @Operation(summary = "Find the calls that an agent has")
    public Uni<AgentCalls> ofAgent(
            @Parameter(schema = @Schema(implementation = String.class)) @QueryParam("agent")
                    List<String> agent) {
        Client client = reader();
        if (agent.size() != 1) {
            throw ProblemType.MALFORMED.exception("Give agent once.");
        }
        Agent asked =
                Agent.of(agent.getFirst())
                        .orElseThrow(
                                () -> ProblemType.MALFORMED.exception("agent names no agent."));
        return calls.ofAgent(client.tenant(), asked)
                .invoke(_ -> decision.came(Outcome.TOLD))
                .map(
                        found ->
                                new AgentCalls(
                                        found.stream()
                                                .map(call -> ToldCall.of(call).to(asked))
                                                .toList()));
    }

    @GET
    @Path("{callId}")
    @Operation(summary = "Read a call")
    public Uni<ToldCall> read(@PathParam("callId") String callId) {
        Client client = reader();
        CallId id = CallId.of(callId).orElseThrow(CallResource::unknown);
        return calls.find(client.tenant(), id)
                .map(found -> found.orElseThrow(CallResource::unknown))
                .invoke(this::told)
                .map(ToldCall::of);
    }

    private Client reader() {
        decision.operation("calls");
        Client client = current.client();
        if (!client.policy().calls()) {
            throw ProblemType.FORBIDDEN.exception("The client may not read calls.");
        }
        return client;
    }

    private void told(Call call) {
        if (call.caller() != null) {
            decision.about(call.caller());
        }
        decision.came(Outcome.TOLD);
    }

    private static RuntimeException unknown() {
        return ProblemType.NOT_FOUND.exception("There is no such call.");
    }
}
