package io.vouchline.contract.otp;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One-time passcodes (NIST SP 800-63B out-of-band authentication): issue, check, state. The tenant
 * comes from the token; all failures count per tenant and number, whatever the channel or client.
 */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface OtpApi {

    /** Makes a code, voids the number's earlier one, and has the new one sent. */
    @POST
    @Path("verifications")
    @Operation(summary = "Issue a code and have it sent")
    Uni<Issued> issue(@NotNull @Valid IssueRequest request);

    /** Compares a submitted code; a right one is consumed. */
    @POST
    @Path("verifications/check")
    @Operation(summary = "Check a submitted code")
    Uni<Checked> check(@NotNull @Valid CheckRequest request);

    /** The state of a verification. */
    @GET
    @Path("verifications/{reference}")
    @Operation(summary = "Read the state of a verification")
    Uni<Verification> verification(
            @PathParam("reference") @Pattern(regexp = REFERENCE) String reference);

    /** A reference: 32 upper-case hexadecimal digits, of which the first names the partition. */
    String REFERENCE = "[0-9A-F]{32}";

    /**
     * What is to be issued.
     *
     * @param number the caller's number: codes and failures are counted under it
     * @param channel how the code goes out
     * @param mailbox where it goes with {@link Channel#EMAIL}; not allowed with any other
     * @param length the digits of the code, 4 to 10
     * @param lifeSeconds how long the code is good for, 30 to 600 s (NIST SP 800-63B: at most 10
     *     minutes)
     * @param template the message with {@code $$CODE$$} where the code goes; null for the standard
     *     text of the language
     * @param language the BCP 47 tag of the message's language
     * @param code the code to send, if the platform makes its own: 3 to 10 digits; null to have one
     *     made
     * @param idempotencyKey requests of one client for one number with the same key send one
     *     message and get one answer
     * @param idempotencySeconds how long the key is remembered, 1 to 600 s
     * @param reveal whether the answer holds the code: only for clients in document mode
     */
    record IssueRequest(
            @NotNull PhoneNumber number,
            @NotNull Channel channel,
            @Nullable @Email @Size(max = 254) String mailbox,
            @Min(3) @Max(10) int length,
            @Min(30) @Max(600) int lifeSeconds,
            @Nullable @Size(max = 500) String template,
            @NotNull @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}") String language,
            @Nullable @Pattern(regexp = "[0-9]{3,10}") String code,
            @NotNull @Size(min = 1, max = 128) String idempotencyKey,
            @Min(1) @Max(600) int idempotencySeconds,
            boolean reveal) {

        @Override
        public String toString() {
            return "IssueRequest[" + number + ", " + channel + "]";
        }
    }

    /** How a code travels. */
    enum Channel {
        SMS,
        VOICE,
        EMAIL
    }

    /**
     * An issued code.
     *
     * @param reference names the verification from now on
     * @param expiresAt the end of the code's life
     * @param code null unless revealing was asked for
     */
    record Issued(String reference, Instant expiresAt, @Nullable String code) {

        @Override
        public String toString() {
            return "Issued[" + reference + "]";
        }
    }

    /**
     * A submitted code. Exactly one of number and reference is given.
     *
     * @param code ASCII digits, as text
     */
    record CheckRequest(
            @Nullable PhoneNumber number,
            @Nullable @Pattern(regexp = REFERENCE) String reference,
            @NotNull @Pattern(regexp = "[0-9]{1,16}") String code) {

        @Override
        public String toString() {
            return "CheckRequest[" + reference + "]";
        }
    }

    /** The verdict on a submitted code. */
    record Checked(CodeState state) {}

    /** A verification and how it stands. */
    record Verification(String reference, CodeState state, DeliveryState delivery) {}

    /** The states of a code, by the names of the Telesign document. */
    enum CodeState {
        /** The right code was submitted, once, in time. */
        VALID,
        /** A wrong code was submitted, or one for a number that has no live code. */
        INVALID,
        /** Nothing was submitted yet, or there is no such verification. */
        UNKNOWN,
        /** The code's life ended, it was used already, or a newer code took its place. */
        EXPIRED,
        /** Too many wrong codes: even the right one is refused now. */
        MAX_ATTEMPTS_EXCEEDED
    }

    /** How far a message got. */
    enum DeliveryState {
        QUEUED,
        SENDING,
        SENT,
        FAILED,
        /** The sender stopped while sending: the message may or may not have gone out. */
        UNKNOWN
    }
}
