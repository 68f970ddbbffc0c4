package io.vouchline.contract.risk;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What became of a number after it was assessed, told by whoever learns of it. What happens to
 * codes of otp-service is read from its outcome streams and need not be told.
 */
@Path("/v1/feedback")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface FeedbackApi {

    /** Counts what happened. Safe to repeat: an id counts once within six hours. */
    @POST
    @Operation(summary = "Tell what became of a number")
    Uni<Counted> tell(@NotNull @Valid Feedback feedback);

    /**
     * What happened.
     *
     * @param id the event's id at whoever tells it
     */
    record Feedback(
            @NotNull @Pattern(regexp = RiskApi.ID) String id,
            @NotNull PhoneNumber number,
            @NotNull Outcome outcome) {

        @Override
        public String toString() {
            return "Feedback[" + number + ", " + outcome + "]";
        }
    }

    /** What can happen. */
    enum Outcome {
        /** The person has proven that the number is theirs. */
        VERIFIED,
        /** The person did not prove it. */
        FAILED,
        /** The number took part in fraud. */
        FRAUD,
        /** The number was suspected and is genuine: takes FRAUD back. */
        GENUINE
    }

    /**
     * The answer.
     *
     * @param counted false if this id had been counted before
     */
    record Counted(boolean counted) {}
}
