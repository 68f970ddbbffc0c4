package io.vouchline.gateway.authenticator;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.dialect.WrittenNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The second factor, in our own API. */
@Path("/authenticators/check")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.VOUCHLINE)
class KeyResource {

    private final KeyCheck check;
    private final CurrentRequest current;

    KeyResource(KeyCheck check, CurrentRequest current) {
        this.check = check;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Check what a caller's authenticator shows")
    public Uni<KeyVerdict> check(@NotNull @Valid KeyQuestion question) {
        String region = current.client().region();
        return check.check(
                WrittenNumber.read("phone_number", question.phoneNumber(), region), question.key());
    }
}
