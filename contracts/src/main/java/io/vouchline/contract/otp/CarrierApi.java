package io.vouchline.contract.otp;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What the carrier tells of a message, as it came to the public door: the carrier's own signature
 * is checked here, where its secret is.
 */
@Path("/v1/carrier")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface CarrierApi {

    /** Takes a status report; 401 if its signature is not good. */
    @POST
    @Path("status")
    @Operation(summary = "Hand over the carrier's status report")
    Uni<Taken> status(@NotNull @Valid CarrierReport report);

    /** Answers the key that a callee pressed; 401 if the signature is not good. */
    @POST
    @Path("key")
    @Operation(summary = "Hand over the key that the callee pressed")
    Uni<Script> key(@NotNull @Valid CarrierReport report);

    /** A message: its verification's reference and its place, beginning with 1. */
    String MESSAGE = OtpApi.REFERENCE + "-[1-9][0-9]{0,2}";

    /**
     * What the carrier posted.
     *
     * @param message the last segment of the path that it was posted to
     * @param form the body as it came ({@code application/x-www-form-urlencoded})
     * @param signature the carrier's own header
     */
    record CarrierReport(
            @NotNull @Pattern(regexp = MESSAGE) String message,
            @NotNull @Size(max = 16_384) String form,
            @NotNull @Size(max = 256) String signature) {

        @Override
        public String toString() {
            return "CarrierReport[" + message + "]";
        }
    }

    /** The report was taken; one that tells nothing new is taken too. */
    record Taken(boolean changed) {}

    /**
     * What the call goes on with.
     *
     * @param twiml holds the code, in words to be spoken: for the carrier alone
     */
    record Script(String twiml) {

        @Override
        public String toString() {
            return "Script[]";
        }
    }
}
