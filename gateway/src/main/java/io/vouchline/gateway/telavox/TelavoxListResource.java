package io.vouchline.gateway.telavox;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.listing.Listing;
import io.vouchline.gateway.listing.Listings;
import io.vouchline.gateway.listing.WritableList;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
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

/**
 * Numbers that are refused or trusted from now on, as a step of a Telavox flow: everything travels
 * in the query. Only with POST, since what changes something is no GET.
 */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/telavox/lists/{list}")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.TELAVOX)
class TelavoxListResource {

    private final Listings listings;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    TelavoxListResource(Listings listings, CurrentRequest current, CurrentDecision decision) {
        this.listings = listings;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Put a number on the list deny or allow, with no body")
    public Uni<Listing> add(
            @PathParam("list") String list,
            @Parameter(schema = @Schema(implementation = String.class))
                    @QueryParam(CallingNumber.PARAMETER)
                    List<String> phoneNumber,
            @Parameter(schema = @Schema(implementation = String.class))
                    @QueryParam(CallReason.PARAMETER)
                    List<String> reason) {
        decision.operation("lists");
        Client client = current.client();
        ListKind kind = WritableList.named(list, client);
        if (phoneNumber.size() != 1) {
            throw ProblemType.MALFORMED.exception("Give phoneNumber once.");
        }
        PhoneNumber number = CallingNumber.read(phoneNumber.getFirst(), client.region());
        decision.about(number);
        return listings.add(client, kind, number, CallReason.read(reason), null)
                .invoke(_ -> decision.came(Outcome.CHANGED));
    }
}
