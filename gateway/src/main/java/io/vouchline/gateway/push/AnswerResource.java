package io.vouchline.gateway.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.PushApi.SignedAnswer;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.access.SelfProving;
import io.vouchline.gateway.upstream.Callbacks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the institution's app (Standard Webhooks), handed on as they came. Their
 * credential is the signature, which otp-service checks. Whether an answer counted is not told.
 */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/push")
@Consumes(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the annotation that lets it in
@SelfProving
class AnswerResource {

    private static final int LONGEST_ID = 256;
    private static final int LONGEST_TIMESTAMP = 32;
    private static final int LONGEST_SIGNATURE = 1_024;
    private static final int LONGEST_BODY = 4_096;

    private final Callbacks callbacks;
    private final CurrentRequest current;
    private final InstantSource clock = InstantSource.system();

    AnswerResource(Callbacks callbacks, CurrentRequest current) {
        this.callbacks = callbacks;
        this.current = current;
    }

    @POST
    @Operation(summary = "The signed answer of the institution's app")
    @APIResponse(responseCode = "204", description = "Taken")
    public Uni<Void> answer(
            @HeaderParam("webhook-id") @Nullable String id,
            @HeaderParam("webhook-timestamp") @Nullable String timestamp,
            @HeaderParam("webhook-signature") @Nullable String signature,
            byte[] body) {
        SignedAnswer answer =
                new SignedAnswer(
                        header("webhook-id", id, LONGEST_ID),
                        header("webhook-timestamp", timestamp, LONGEST_TIMESTAMP),
                        header("webhook-signature", signature, LONGEST_SIGNATURE),
                        text(body));
        AppSignature.mustBePossible(answer, clock.instant());
        return current.within(callbacks.answer(answer));
    }

    private static String header(String name, @Nullable String value, int longest) {
        if (value == null || value.isEmpty() || value.length() > longest) {
            throw ProblemType.MALFORMED.exception(
                    name + " must be sent, with at most " + longest + " characters.");
        }
        return value;
    }

    private static String text(byte[] body) {
        String text = new String(body, UTF_8);
        if (text.isEmpty()) {
            throw ProblemType.MALFORMED.exception("An answer has a body.");
        }
        if (text.length() > LONGEST_BODY) {
            throw ProblemType.TOO_LARGE.exception("An answer has at most 4 KiB.");
        }
        return text;
    }
}
