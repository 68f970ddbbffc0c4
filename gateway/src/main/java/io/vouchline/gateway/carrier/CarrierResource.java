package io.vouchline.gateway.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.CarrierApi;
import io.vouchline.contract.otp.CarrierApi.CarrierReport;
import io.vouchline.contract.otp.CarrierApi.Script;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.access.SelfProving;
import io.vouchline.gateway.upstream.Callbacks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's callbacks, handed on as they came. Their credential is Twilio's signature, which
 * otp-service checks, since it has the secret.
 */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/carrier/twilio")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RegisterForReflection // for the annotation that lets it in
@SelfProving
class CarrierResource {

    private static final String SIGNATURE = "X-Twilio-Signature";

    /** HMAC-SHA1, in Base64: what looks otherwise no carrier has signed. */
    private static final Pattern SIGNED = Pattern.compile("[A-Za-z0-9+/]{27}=");

    private static final int LONGEST_FORM = 16_384;
    private static final Pattern MESSAGE = Pattern.compile(CarrierApi.MESSAGE);

    private final Callbacks callbacks;
    private final CurrentRequest current;

    CarrierResource(Callbacks callbacks, CurrentRequest current) {
        this.callbacks = callbacks;
        this.current = current;
    }

    @POST
    @Path("status/{message}")
    @Operation(summary = "Twilio's status callback")
    @APIResponse(responseCode = "204", description = "Taken")
    public Uni<Void> status(
            @PathParam("message") String message,
            @HeaderParam(SIGNATURE) @Nullable String signature,
            byte[] body) {
        return current.within(callbacks.status(report(message, signature, body)));
    }

    @POST
    @Path("key/{message}")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "The key that the callee pressed, answered in TwiML")
    public Uni<String> key(
            @PathParam("message") String message,
            @HeaderParam(SIGNATURE) @Nullable String signature,
            byte[] body) {
        return current.within(callbacks.key(report(message, signature, body))).map(Script::twiml);
    }

    private static CarrierReport report(String message, @Nullable String signature, byte[] body) {
        if (signature == null || !SIGNED.matcher(signature).matches()) {
            throw ProblemType.UNAUTHENTICATED.exception("Send the carrier's signature.");
        }
        if (!MESSAGE.matcher(message).matches()) {
            throw ProblemType.NOT_FOUND.exception("There is no such message.");
        }
        String form = new String(body, UTF_8);
        if (form.length() > LONGEST_FORM) {
            throw ProblemType.TOO_LARGE.exception("A callback has at most 16 KiB.");
        }
        return new CarrierReport(message, form, signature);
    }
}
