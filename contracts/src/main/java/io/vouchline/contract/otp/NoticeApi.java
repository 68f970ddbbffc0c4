package io.vouchline.contract.otp;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Messages that tell a customer of something that was done in their name. They hold no code and no
 * value: whoever reads them learns only that something changed.
 */
@Path("/v1/notices")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface NoticeApi {

    /** Sends a notice now; 503 if it has certainly not gone out and another try may help. */
    @POST
    @Operation(summary = "Send a notice")
    Uni<Sent> send(@NotNull @Valid NoticeRequest request);

    /** Whom to tell what: a number or a mailbox, exactly one of the two. */
    record NoticeRequest(
            @NotNull NoticeKind kind,
            @Nullable PhoneNumber number,
            @Nullable @Email @Size(max = 254) String mailbox) {

        @Override
        public String toString() {
            return "NoticeRequest[" + kind + "]";
        }
    }

    /** What is told. */
    enum NoticeKind {
        /** A registered telephone number was changed. */
        PHONE_CHANGED,
        /** A registered mailbox was changed. */
        MAILBOX_CHANGED,
        /** An authenticator was bound (NIST SP 800-63B section 4.6). */
        AUTHENTICATOR_BOUND,
        /** An authenticator was removed. */
        AUTHENTICATOR_REMOVED
    }

    /**
     * What became of a notice.
     *
     * @param state SENT; FAILED if it was refused for good; UNKNOWN if it may or may not be out
     */
    record Sent(DeliveryState state) {}
}
