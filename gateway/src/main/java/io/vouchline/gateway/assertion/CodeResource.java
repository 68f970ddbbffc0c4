package io.vouchline.gateway.assertion;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
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
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Codes that callers give, in our own API. */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/verifications/check")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.VOUCHLINE)
class CodeResource {

    private final CodeCheck check;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    CodeResource(CodeCheck check, CurrentRequest current, CurrentDecision decision) {
        this.check = check;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Check a code; what a right one proves is stated, signed")
    public Uni<CodeVerdict> check(@NotNull @Valid CodeQuestion question) {
        Client client = current.client();
        decision.operation("check_code");
        PhoneNumber number =
                WrittenNumber.read("phone_number", question.phoneNumber(), client.region());
        decision.about(number);
        return check.check(client, number, question.code())
                .invoke(
                        verdict ->
                                decision.came(
                                        verdict.verified()
                                                ? Outcome.VERIFIED
                                                : Outcome.NOT_VERIFIED,
                                        verdict.codeState().name().toLowerCase(Locale.ROOT)));
    }
}
