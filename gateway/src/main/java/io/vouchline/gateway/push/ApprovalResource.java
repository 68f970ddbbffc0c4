package io.vouchline.gateway.push;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.contract.otp.PushApi.PushRequest;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.dialect.WrittenNumber;
import io.vouchline.gateway.upstream.Pushes;
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

    /** The longest that an approval may be waited for; codes may live longer. */
    private static final long LONGEST_LIFE_SECONDS = 300;

    /** Covers our own further tries; each request of the platform is an approval of its own. */
    private static final int SAME_REQUEST_SECONDS = 60;

    private final Pushes pushes;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    ApprovalResource(Pushes pushes, CurrentRequest current, CurrentDecision decision) {
        this.pushes = pushes;
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
        PushRequest request =
                new PushRequest(
                        number,
                        question.text(),
                        life(client),
                        new Idempotency(UUID.randomUUID().toString(), SAME_REQUEST_SECONDS));
        return pushes.send(request)
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
            throw unknown();
        }
        decision.reference(reference);
        return pushes.verification(reference).map(ApprovalResource::standing);
    }

    /** A code's verification is no approval, whoever knows its reference. */
    private static ApprovalStanding standing(Verification verification) {
        boolean pushed =
                verification.messages().stream()
                        .allMatch(message -> message.channel() == Channel.PUSH);
        if (!pushed) {
            throw unknown();
        }
        return ApprovalStanding.of(verification.state());
    }

    private static RuntimeException unknown() {
        return ProblemType.NOT_FOUND.exception("There is no such approval.");
    }

    private static int life(Client client) {
        return Math.toIntExact(
                Math.min(client.policy().codeLife().toSeconds(), LONGEST_LIFE_SECONDS));
    }
}
