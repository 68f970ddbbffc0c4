package io.vouchline.lookup.intake;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The operator's door for customers: never reached through the gateway. */
@Path("/v1/customers:import")
@RolesAllowed(Scope.CUSTOMERS_IMPORT)
class ImportResource {

    private final Intake intake;
    private final JsonWebToken token;

    ImportResource(Intake intake, JsonWebToken token) {
        this.intake = intake;
        this.token = token;
    }

    @POST
    @Consumes("application/x-ndjson")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Load customers",
            description = "One JSON object a line. Lines replace what is held under the same id.")
    public Uni<ImportReport> load(String lines) {
        return intake.load(Caller.of(token).tenant(), lines.lines().toList());
    }
}
