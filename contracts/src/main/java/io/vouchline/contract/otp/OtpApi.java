package io.vouchline.contract.otp;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One-time passcodes (NIST SP 800-63B out-of-band authentication) and their whole life. The tenant
 * comes from the token; another tenant's verification is one that does not exist. All failures
 * count per tenant and number, whatever the channel or client.
 */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface OtpApi {

    /**
     * Makes a code, voids the number's earlier one, and has the new one sent. 429 with the seconds
     * to wait while the number is locked or a quota is used up; 409 if only numbers verified before
     * were to get a code and this one was not.
     */
    @POST
    @Path("verifications")
    @Operation(summary = "Issue a code and have it sent")
    Uni<Issued> issue(@NotNull @Valid IssueRequest request);

    /** Compares a submitted code; a right one is consumed. */
    @POST
    @Path("verifications/check")
    @Operation(summary = "Check a submitted code")
    Uni<Checked> check(@NotNull @Valid CheckRequest request);

    /** How a verification stands. */
    @GET
    @Path("verifications/{reference}")
    @Operation(summary = "Read how a verification stands")
    Uni<Verification> verification(
            @PathParam("reference") @Pattern(regexp = REFERENCE) String reference);

    /**
     * Sends the same code once more, by another channel if one is named; its life stays as it is.
     * 404 for an unknown verification, 409 if its code is no longer live, 429 as with issuing.
     */
    @POST
    @Path("verifications/{reference}/resend")
    @Operation(summary = "Send the code once more")
    Uni<Issued> resend(
            @PathParam("reference") @Pattern(regexp = REFERENCE) String reference,
            @NotNull @Valid ResendRequest request);

    /** Ends a code's life now; one that ended already stays as it is. */
    @POST
    @Path("verifications/{reference}/expire")
    @Operation(summary = "End a code's life")
    Uni<Verification> expire(@PathParam("reference") @Pattern(regexp = REFERENCE) String reference);

    /**
     * Records that the platform itself found its own code to be right. It proves nothing to us: the
     * state does not become VALID. 409 if the code was made here.
     */
    @POST
    @Path("verifications/{reference}/complete")
    @Operation(summary = "Record that the platform checked its own code")
    Uni<Verification> complete(
            @PathParam("reference") @Pattern(regexp = REFERENCE) String reference);

    /** A reference: 32 upper-case hexadecimal digits, of which the first names the partition. */
    String REFERENCE = "[0-9A-F]{32}";

    /** The language tags (BCP 47) that are taken: language, script, region, variant. */
    String LANGUAGE_TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    /** A web site that codes can be bound to: a domain in lower case. */
    String ORIGIN = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}";

    /** The most characters of a web site's name. */
    int LONGEST_ORIGIN = 100;

    /** The most channels of one verification: the first, and those that follow if it fails. */
    int MOST_ROUTES = 3;

    /**
     * What is to be issued.
     *
     * @param number the caller's number: codes and failures are counted under it
     * @param routes how the code goes out: by the first, and by the next one where the message
     *     before it has certainly not arrived
     * @param onlyIfVerifiedBefore whether a number that was not verified within 13 months is
     *     refused
     */
    record IssueRequest(
            @NotNull PhoneNumber number,
            @NotEmpty @Size(max = MOST_ROUTES) List<@NotNull @Valid Route> routes,
            @NotNull @Valid CodeForm code,
            @NotNull @Valid Wording wording,
            boolean onlyIfVerifiedBefore,
            @NotNull @Valid Idempotency idempotency) {

        @Override
        public String toString() {
            return "IssueRequest[" + number + ", " + routes + "]";
        }
    }

    /**
     * A channel and where it leads.
     *
     * @param mailbox where the code goes with {@link Channel#EMAIL}; not allowed with any other
     */
    record Route(@NotNull Channel channel, @Nullable @Email @Size(max = 254) String mailbox) {

        /** To the caller's number. */
        public static Route of(Channel channel) {
            return new Route(channel, null);
        }

        @Override
        public String toString() {
            return channel.name();
        }
    }

    /**
     * The code itself.
     *
     * @param length the digits of a code that is made here, 4 to 10
     * @param lifeSeconds how long the code is good for, 30 to 600 s (NIST SP 800-63B: at most 10
     *     minutes)
     * @param noLeadingZero whether no code begins with 0, for platforms that turn codes into
     *     numbers
     * @param supplied the code to send, if the platform makes its own: 3 to 10 digits; null to have
     *     one made
     * @param reveal whether the answer holds the code: only for clients in document mode
     */
    record CodeForm(
            @Min(4) @Max(10) int length,
            @Min(30) @Max(600) int lifeSeconds,
            boolean noLeadingZero,
            @Nullable @Pattern(regexp = "[0-9]{3,10}") String supplied,
            boolean reveal) {

        @Override
        public String toString() {
            return "CodeForm[" + length + "]";
        }
    }

    /**
     * What the message says.
     *
     * @param template the text with {@code $$CODE$$} where the code goes; null for the standard
     *     text of the language
     * @param language the BCP 47 tag of the message's language
     * @param origin the web site that the code is for: the last line of a text message names it, so
     *     that browsers offer the code there only (origin-bound one-time codes); null for none
     */
    record Wording(
            @Nullable @Size(max = 500) String template,
            @NotNull @Pattern(regexp = LANGUAGE_TAG) String language,
            @Nullable @Size(max = LONGEST_ORIGIN) @Pattern(regexp = ORIGIN) String origin) {}

    /**
     * Requests of one client for one number with the same key send one message and get one answer.
     *
     * @param seconds how long the key is remembered, 1 to 600 s
     */
    record Idempotency(
            @NotNull @Size(min = 1, max = 128) String key, @Min(1) @Max(600) int seconds) {}

    /** How a code travels. */
    enum Channel {
        SMS,
        VOICE,
        EMAIL,
        /** The institution's app: asked for by {@link PushApi} only. */
        PUSH
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
     * How the same code is to be sent once more.
     *
     * @param route null for the channel of the message before
     */
    record ResendRequest(@Nullable @Valid Route route, @NotNull @Valid Idempotency idempotency) {}

    /**
     * A submitted code. Exactly one of number and reference is given.
     *
     * @param code ASCII digits, as text
     * @param attemptId names this attempt: repeated with the same code within a minute it gets the
     *     same verdict and does not count again, so that a lost answer costs nobody an attempt. It
     *     must not be the caller's to choose. Null: every request counts
     */
    record CheckRequest(
            @Nullable PhoneNumber number,
            @Nullable @Pattern(regexp = REFERENCE) String reference,
            @NotNull @Pattern(regexp = "[0-9]{1,16}") String code,
            @Nullable @Size(min = 1, max = 128) String attemptId) {

        @Override
        public String toString() {
            return "CheckRequest[" + reference + "]";
        }
    }

    /**
     * The verdict on a submitted code.
     *
     * @param proof whether it proves that the caller holds the phone or mailbox: only VALID can,
     *     and not with a code that the platform knew (its own, or one that was revealed to it)
     */
    record Checked(CodeState state, boolean proof) {}

    /**
     * A verification and how it stands.
     *
     * @param delivery how far its newest message got
     * @param expiresAt the end of the code's life
     * @param messages every message, the first one first
     */
    record Verification(
            String reference,
            CodeState state,
            DeliveryState delivery,
            Instant expiresAt,
            List<MessageStatus> messages) {}

    /**
     * One message of a verification.
     *
     * @param changedAt when it got this far
     */
    record MessageStatus(Channel channel, DeliveryState state, Instant changedAt) {}

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

    /** How far a message got. Later ones never give way to earlier ones. */
    enum DeliveryState {
        /** It waits to be sent. */
        QUEUED,
        /** The carrier is being asked to take it. */
        SENDING,
        /** The sender stopped while sending: the message may or may not have gone out. */
        UNKNOWN,
        /** The carrier has taken it. */
        SENT,
        /** It reached the handset. */
        DELIVERED,
        /** The call was answered, by a person or a voicemail. */
        ANSWERED,
        /** The call rang and nobody answered. */
        NOT_ANSWERED,
        /** The line was busy. */
        BUSY,
        /** It will not arrive. */
        FAILED
    }
}
