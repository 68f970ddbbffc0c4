package io.vouchline.gateway.push;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.contract.otp.OtpApi.Idempotency;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Approvals in the institution's app, in our own API: asked for, and read until they are given. */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/pushes")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.VOUCHLINE)
class ApprovalResource {

    private static final Pattern REFERENCE = Pattern.compile(OtpApi.REFERENCE);

    /** Covers our own further tries; each request of the platform is an approval of its own. */
    private static final int SAME_REQUEST_SECONDS = 60;

    private final Approvals approvals;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    ApprovalResource(Approvals approvals, CurrentRequest current, CurrentDecision decision) {
        this.approvals = approvals;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask for approval in the institution's app")
    public Uni<AskedApproval> ask(@NotNull @Valid ApprovalQuestion question) {
        Client client = current.client();
        decision.operation("ask_approval");
        PhoneNumber number =
                WrittenNumber.read("phone_number", question.phoneNumber(), client.region());
        decision.about(number);
        Idempotency once = new Idempotency(UUID.randomUUID().toString(), SAME_REQUEST_SECONDS);
        return approvals
                .ask(client, number, question.text(), once)
                .map(AskedApproval::of)
                .invoke(
                        asked -> {
                            decision.reference(asked.reference());
                            decision.came(Outcome.SENT);
                        });
    }

    @GET
    @Path("{reference}")
    @Operation(summary = "Read how an approval stands")
    public Uni<ApprovalStanding> read(@PathParam("reference") String reference) {
        decision.operation("read_approval");
        if (!REFERENCE.matcher(reference).matches()) {
            throw Approvals.unknown();
        }
        decision.reference(reference);
        return approvals.state(reference).map(ApprovalStanding::of);
    }
}
