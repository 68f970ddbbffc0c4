package io.vouchline.gateway.telavox;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.call.CallEvent;
import io.vouchline.gateway.call.Calls;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * What becomes of calls, as Telavox's webhooks tell it. They may be GET, though they change what is
 * known of a call: an event may come twice, or late, and changes nothing then.
 */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/telavox/calls")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.TELAVOX)
class TelavoxCallResource {

    private final Calls calls;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    TelavoxCallResource(Calls calls, CurrentRequest current, CurrentDecision decision) {
        this.calls = calls;
        this.current = current;
        this.decision = decision;
    }

    @GET
    @Operation(summary = "Tell what became of a call: ringing, answer or hangup")
    @Parameter(
            name = EventQuery.EVENT,
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = EventQuery.CALL_ID,
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = EventQuery.CALLER,
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = EventQuery.CALLEE,
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = EventQuery.FROM,
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = EventQuery.AGENT,
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    public Uni<AcceptedEvent> get(@Context UriInfo uri) {
        decision.operation("calls");
        Client client = current.client();
        CallEvent event = EventQuery.read(uri.getQueryParameters(), client.region());
        if (event.caller() != null) {
            decision.about(event.caller());
        }
        return calls.take(client.tenant(), event)
                .invoke(_ -> decision.came(Outcome.CHANGED, event.kind().word()))
                .map(_ -> new AcceptedEvent(true, event.id().value()));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Tell what became of a call, with no body")
    @Parameter(
            name = EventQuery.EVENT,
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = EventQuery.CALL_ID,
            in = ParameterIn.QUERY,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = EventQuery.CALLER,
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = EventQuery.CALLEE,
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = EventQuery.FROM,
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = EventQuery.AGENT,
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.STRING))
    public Uni<AcceptedEvent> post(@Context UriInfo uri) {
        return get(uri);
    }
}
