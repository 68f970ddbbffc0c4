package io.vouchline.contract.otp;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The one failure counter of a tenant's number, for proofs that are checked elsewhere. An attempt
 * is reserved before the proof is looked at, which counts a failure, and settled after it: so that
 * of any number of parallel guesses no more are looked at than the counter allows. The tenant comes
 * from the token.
 */
@Path("/v1/attempts")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface AttemptApi {

    /** Counts a failure ahead; repeated with the same id it counts nothing. */
    @POST
    @Path("reserve")
    @Operation(summary = "Reserve an attempt")
    Uni<Standing> reserve(@NotNull @Valid Attempt attempt);

    /**
     * Says how a reserved attempt ended. A right answer takes back its own failure and no other
     * one: it must not wash away wrong codes. 409 if there is no such reservation (any more), or it
     * was settled otherwise.
     */
    @POST
    @Path("settle")
    @Operation(summary = "Settle a reserved attempt")
    Uni<Standing> settle(@NotNull @Valid Settlement settlement);

    /** Forgets a number's failures and lock. */
    @POST
    @Path("clear")
    @Operation(summary = "Forget a number's failures and lock")
    Uni<Cleared> clear(@NotNull @Valid Owner owner);

    /**
     * One attempt.
     *
     * @param attemptId names it; must not be the caller's to choose
     */
    record Attempt(
            @NotNull PhoneNumber number, @NotNull @Size(min = 1, max = 128) String attemptId) {}

    /** How an attempt ended. */
    record Settlement(
            @NotNull PhoneNumber number,
            @NotNull @Size(min = 1, max = 128) String attemptId,
            boolean passed) {}

    /** How an attempt stands. */
    record Standing(AttemptState state) {}

    /** Whose failures are to be forgotten. */
    record Owner(@NotNull PhoneNumber number) {}

    /** Whether there was anything to forget. */
    record Cleared(boolean changed) {}

    /** The states of an attempt. */
    enum AttemptState {
        /** The proof may be looked at now. */
        RESERVED,
        /** The number is locked: the proof must not be looked at. */
        LOCKED,
        /** It was settled as right. */
        PASSED,
        /** It was settled as wrong. */
        FAILED
    }
}
