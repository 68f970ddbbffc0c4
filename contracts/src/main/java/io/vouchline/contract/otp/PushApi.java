package io.vouchline.contract.otp;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Approval in the institution's own app, with number matching: the caller is told two digits and
 * enters them in the app, so that a prompt that somebody else caused cannot be approved by mistake.
 * An approval is a verification: its state is read there, it counts in the same quotas, and its
 * failures in the same counter. The tenant comes from the token.
 */
@Path("/v1/pushes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface PushApi {

    /** Asks for approval; 409 where no app is set up. Voids the number's live code or approval. */
    @POST
    @Operation(summary = "Ask for approval in the institution's app")
    Uni<Pushed> send(@NotNull @Valid PushRequest request);

    /** Takes the app's answer; 401 if its signature is not good. */
    @POST
    @Path("answer")
    @Operation(summary = "Hand over the app's signed answer")
    Uni<Answered> answer(@NotNull @Valid SignedAnswer answer);

    /**
     * What is to be approved.
     *
     * @param text what the app shows beside the question; no secret
     * @param lifeSeconds how long an answer is waited for, 30 to 300 s
     */
    record PushRequest(
            @NotNull PhoneNumber number,
            @Nullable @Size(max = 200) String text,
            @Min(30) @Max(300) int lifeSeconds,
            @NotNull @Valid Idempotency idempotency) {}

    /**
     * An approval that is waited for.
     *
     * @param reference of its verification
     * @param match the two digits to tell the caller
     */
    record Pushed(String reference, String match, Instant expiresAt) {

        @Override
        public String toString() {
            return "Pushed[" + reference + "]";
        }
    }

    /**
     * A Standard Webhooks message from the app: its three headers and its body as it came. The body
     * is JSON: {@code {"reference": "...", "approved": true, "match": "42"}}.
     */
    record SignedAnswer(
            @NotNull @Size(min = 1, max = 256) String webhookId,
            @NotNull @Size(min = 1, max = 32) String webhookTimestamp,
            @NotNull @Size(min = 1, max = 1_024) String webhookSignature,
            @NotNull @Size(min = 1, max = 4_096) String body) {

        @Override
        public String toString() {
            return "SignedAnswer[" + webhookId + "]";
        }
    }

    /** Whether the answer counted: not if it is repeated or late. */
    record Answered(boolean accepted) {}
}
