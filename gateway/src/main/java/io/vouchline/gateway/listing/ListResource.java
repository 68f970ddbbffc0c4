package io.vouchline.gateway.listing;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.risk.ListApi.ListKind;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Numbers that are refused or trusted from now on, in our own API. */
@Path("/lists/{list}")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.VOUCHLINE)
class ListResource {

    private final Listings listings;
    private final CurrentRequest current;

    ListResource(Listings listings, CurrentRequest current) {
        this.listings = listings;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Put a number on the list deny or allow")
    public Uni<Listing> add(@PathParam("list") String list, @NotNull @Valid ListQuestion question) {
        Client client = current.client();
        ListKind kind = WritableList.named(list, client);
        UnfilledTemplate.refuse("reason", question.reason());
        return listings.add(
                client,
                kind,
                WrittenNumber.read("phone_number", question.phoneNumber(), client.region()),
                question.reason(),
                question.expiresAt());
    }
}
