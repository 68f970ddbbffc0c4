package io.vouchline.contract.lookup;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Changes of registered phones and mailboxes that the old ones have to be told of. No service calls
 * another: the gateway claims changes here, has otp-service tell them, and settles them here. What
 * is claimed and not settled can be claimed again after its lease. The tenant comes from the token.
 */
@Path("/v1/contact-changes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ContactChangeApi {

    /** Takes changes that nobody else is telling, oldest first. */
    @POST
    @Path("claim")
    @Operation(summary = "Claim changes of contacts that are to be told")
    Uni<List<ContactChange>> claim(@NotNull @Valid Claim claim);

    /** Ends changes that have been told; unknown ones are passed over. */
    @POST
    @Path("settle")
    @Operation(summary = "Settle changes of contacts that have been told")
    Uni<Void> settle(@NotNull @Valid Settlement settlement);

    /**
     * How much is taken.
     *
     * @param most at most so many changes, 1 to 100
     * @param leaseSeconds for so long nobody else gets them, 10 to 600
     */
    record Claim(@Min(1) @Max(100) int most, @Min(10) @Max(600) int leaseSeconds) {}

    /** What has been told. */
    record Settlement(@NotNull @Size(min = 1, max = 100) List<@NotNull UUID> ids) {}

    /**
     * A change of a customer's phones or mailboxes.
     *
     * @param notices whom to tell; nobody, if no old contact was a validated one
     */
    record ContactChange(UUID id, Instant at, List<Notice> notices) {}

    /** Whom to tell: a number or a mailbox, exactly one of the two. */
    record Notice(Changed changed, @Nullable PhoneNumber number, @Nullable String mailbox) {

        @Override
        public String toString() {
            return "Notice[" + changed + "]";
        }
    }

    /** What was changed. */
    enum Changed {
        PHONE,
        MAILBOX
    }
}
