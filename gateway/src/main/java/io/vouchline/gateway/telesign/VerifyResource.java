package io.vouchline.gateway.telesign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Voice Verify, on Telesign's own path, since its clients sign the path. */
@Path("/v1/verify")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.TELESIGN)
class VerifyResource {

    private final VerifyCalls calls;
    private final CurrentRequest current;

    VerifyResource(VerifyCalls calls, CurrentRequest current) {
        this.calls = calls;
        this.current = current;
    }

    @POST
    @Path("call")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Screen a number and call it with a code")
    public Uni<VerifyAnswer> call(byte[] body) {
        Client client = current.client();
        return calls.call(client, CallRequest.of(new FormBody(body), client.region()));
    }
}
