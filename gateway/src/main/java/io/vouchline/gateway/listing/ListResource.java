package io.vouchline.gateway.listing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import io.vouchline.gateway.dialect.WrittenNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Numbers that are refused or trusted from now on, in our own API. */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/lists/{list}")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.VOUCHLINE)
class ListResource {

    private final Listings listings;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    ListResource(Listings listings, CurrentRequest current, CurrentDecision decision) {
        this.listings = listings;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put a number on the list deny or allow")
    public Uni<Listing> add(@PathParam("list") String list, @NotNull @Valid ListQuestion question) {
        decision.operation("add_to_list");
        Client client = current.client();
        ListKind kind = WritableList.named(list, client);
        UnfilledTemplate.refuse("reason", question.reason());
        PhoneNumber number =
                WrittenNumber.read("phone_number", question.phoneNumber(), client.region());
        decision.about(number);
        return listings.add(client, kind, number, question.reason(), question.expiresAt())
                .invoke(_ -> decision.came(Outcome.CHANGED, kind.name().toLowerCase(Locale.ROOT)));
    }
}
