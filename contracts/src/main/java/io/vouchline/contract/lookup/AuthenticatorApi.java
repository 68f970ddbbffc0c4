package io.vouchline.contract.lookup;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the authenticators (NIST SP 800-63B) of customers are kept: sealed by otp-service, which
 * alone can open them, and carried there by the gateway. An authenticator belongs to the one person
 * behind a number; nobody and several persons look alike. One that is not confirmed within a day is
 * forgotten. The tenant comes from the token.
 */
@Path("/v1/authenticators")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface AuthenticatorApi {

    /** How many authenticators a customer can have, pending ones included. */
    int MOST_AUTHENTICATORS = 5;

    /**
     * Keeps a new authenticator, pending; the same again changes nothing. 409 if the id stands for
     * another authenticator, or if the person has as many as one can have.
     */
    @POST
    @Operation(summary = "Store a sealed authenticator, pending")
    Uni<Stored> enrol(@NotNull @Valid Enrolment enrolment);

    /** The authenticators of one person behind a number, oldest first. */
    @POST
    @Path("find")
    @Operation(summary = "Find the sealed authenticators behind a number")
    Uni<Authenticators> find(@NotNull @Valid OwnerQuestion question);

    /** Confirms a pending authenticator of the one person behind a number. */
    @POST
    @Path("confirm")
    @Operation(summary = "Confirm a pending authenticator")
    Uni<Effect> confirm(@NotNull @Valid Choice choice);

    /** Forgets an authenticator of the one person behind a number. */
    @POST
    @Path("revoke")
    @Operation(summary = "Revoke an authenticator")
    Uni<Effect> revoke(@NotNull @Valid Choice choice);

    /**
     * Whose authenticators are meant.
     *
     * @param subject one of the persons behind the number; null for the one person behind it
     */
    record OwnerQuestion(
            @NotNull PhoneNumber number, @Nullable @Size(min = 1, max = 128) String subject) {}

    /**
     * A new authenticator.
     *
     * @param id chosen by the caller: a repeated request carries the same one
     * @param sealed 1 to 4,096 bytes that mean nothing here
     */
    @SuppressWarnings("ArrayRecordComponent") // Opaque bytes: nobody compares these records.
    record Enrolment(
            @NotNull PhoneNumber number,
            @NotNull UUID id,
            @Schema(type = SchemaType.STRING, format = "byte", minLength = 4, maxLength = 5_464)
                    @NotNull
                    @Size(min = 1, max = 4_096)
                    byte[] sealed) {

        @Override
        public String toString() {
            return "Enrolment[" + id + "]";
        }
    }

    /** Whether an authenticator is kept: not if the number is not exactly one person's. */
    record Stored(boolean stored) {}

    /**
     * The authenticators of one person; none for nobody or several.
     *
     * @param subject names the person for good, whatever their number is; null for nobody or
     *     several, and if the one who was asked for is not behind the number
     */
    record Authenticators(@Nullable String subject, List<Authenticator> authenticators) {}

    /**
     * An authenticator.
     *
     * @param sealed as it was stored
     * @param confirmedAt null while it is pending
     */
    @SuppressWarnings("ArrayRecordComponent") // Opaque bytes: nobody compares these records.
    record Authenticator(
            UUID id,
            @Schema(type = SchemaType.STRING, format = "byte") byte[] sealed,
            @Nullable Instant confirmedAt,
            Instant createdAt) {

        @Override
        public String toString() {
            return "Authenticator[" + id + "]";
        }
    }

    /** An authenticator of the person behind a number. */
    record Choice(@NotNull PhoneNumber number, @NotNull UUID id) {}

    /** Whether anything is other than before: not if it is repeated, or if there is none. */
    record Effect(boolean changed) {}
}
