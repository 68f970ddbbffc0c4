package io.vouchline.gateway.session;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sessions, in our own API. */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.VOUCHLINE)
class SessionResource {

    private final Sessions sessions;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    SessionResource(Sessions sessions, CurrentRequest current, CurrentDecision decision) {
        this.sessions = sessions;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin a session, or find the one that the same call has")
    public Uni<SessionStanding> begin(@NotNull @Valid NewSession wanted) {
        decision.operation("begin_session");
        return sessions.begin(current.client(), wanted);
    }

    @POST
    @Path("{id}/turns")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell what the caller did, and get what to say and to collect next")
    public Uni<SessionStanding> turn(@PathParam("id") String id, @NotNull @Valid NewTurn turn) {
        decision.operation("take_turn");
        return sessions.turn(current.client(), id, turn.turn());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read how a session stands")
    public Uni<SessionStanding> read(@PathParam("id") String id) {
        decision.operation("read_session");
        return sessions.read(current.client(), id);
    }
}
