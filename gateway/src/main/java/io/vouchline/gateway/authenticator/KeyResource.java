package io.vouchline.gateway.authenticator;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.assertion.Assertions;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.dialect.WrittenNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The second factor, in our own API. */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/authenticators/check")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.VOUCHLINE)
class KeyResource {

    private final KeyCheck check;
    private final Assertions assertions;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    KeyResource(
            KeyCheck check,
            Assertions assertions,
            CurrentRequest current,
            CurrentDecision decision) {
        this.check = check;
        this.assertions = assertions;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Check what an authenticator shows: the second factor")
    public Uni<KeyVerdict> check(
            @HeaderParam(Assertions.HEADER) @Nullable String assertion,
            @NotNull @Valid KeyQuestion question) {
        Client client = current.client();
        decision.operation("check_key");
        PhoneNumber number =
                WrittenNumber.read("phone_number", question.phoneNumber(), client.region());
        decision.about(number);
        return check.check(
                        number,
                        question.key(),
                        Optional.ofNullable(assertion)
                                .filter(shown -> !shown.isEmpty())
                                .map(shown -> assertions.verified(client, shown)))
                .invoke(
                        verdict ->
                                decision.came(
                                        verdict.verified()
                                                ? Outcome.VERIFIED
                                                : Outcome.NOT_VERIFIED,
                                        verdict.codeState().name().toLowerCase(Locale.ROOT)));
    }
}
