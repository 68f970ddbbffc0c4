package io.vouchline.gateway.telesign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.transaction.Transaction.Kind;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Voice Verify and SMS Verify, on Telesign's own paths, since its clients sign them. */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/v1/verify")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.TELESIGN)
class VerifyResource {

    private final SendCode sendCode;
    private final Standings standings;
    private final Completions completions;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    VerifyResource(
            SendCode sendCode,
            Standings standings,
            Completions completions,
            CurrentRequest current,
            CurrentDecision decision) {
        this.sendCode = sendCode;
        this.standings = standings;
        this.completions = completions;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Path("call")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Screen a number and call it with a code")
    public Uni<VerifyAnswer> call(byte[] body) {
        decision.operation("verify_call");
        return send(Kind.CALL, body);
    }

    @POST
    @Path("sms")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Screen a number and send it a code by text message")
    public Uni<VerifyAnswer> sms(byte[] body) {
        decision.operation("verify_sms");
        return send(Kind.SMS, body);
    }

    /** Neither "call" nor "sms" is a reference: they are there, and have no GET. */
    @GET
    @Path("{reference_id: (?!(?:call|sms)$)[^/]+}")
    @Operation(summary = "How a transaction stands; with verify_code, whether that code is right")
    public Uni<VerifyAnswer> standing(
            @PathParam("reference_id") String reference,
            @QueryParam("verify_code") List<String> codes) {
        List<String> entered = codes.stream().filter(code -> !code.isBlank()).toList();
        decision.operation(entered.isEmpty() ? "verify_status" : "verify_check");
        if (codes.size() > 1) {
            throw Parameter.wrong("VerifyCode");
        }
        Client client = current.client();
        Uni<VerifyAnswer> answer =
                entered.isEmpty()
                        ? standings.read(client, reference)
                        : standings.check(client, reference, SubmittedCode.of(entered.getFirst()));
        return told(reference, answer);
    }

    /** Clients send a form without content, or none: nothing of it is read. */
    @PUT
    @Path("completion/{reference_id}")
    @Operation(summary = "Record that the platform found its own code right")
    public Uni<VerifyAnswer> complete(@PathParam("reference_id") String reference) {
        decision.operation("verify_completion");
        return told(reference, completions.complete(current.client(), reference));
    }

    /**
     * It is not cut off by the clock: each of its steps ends in time by itself, and one that is cut
     * off would leave a code of which nothing is kept.
     */
    private Uni<VerifyAnswer> send(Kind kind, byte[] body) {
        Client client = current.client();
        VerifyRequest request = VerifyRequest.of(kind, new FormBody(body), client.region());
        decision.about(request.number());
        return sendCode.send(client, request);
    }

    /** Only what is a reference has come so far: anything else was refused. */
    private Uni<VerifyAnswer> told(String reference, Uni<VerifyAnswer> answer) {
        decision.reference(reference);
        return current.within(answer);
    }
}
