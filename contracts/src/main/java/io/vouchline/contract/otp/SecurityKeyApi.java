package io.vouchline.contract.otp;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.AuthenticatorApi;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.CodeState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Time-based one-time passwords (RFC 6238) from an authenticator app. The secret is made here and
 * sealed; it is kept elsewhere by those who cannot open it, and handed back for a check. The tenant
 * comes from the token.
 */
@Path("/v1/security-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface SecurityKeyApi {

    /** Makes a secret for one subject. Only this answer ever shows it. */
    @POST
    @Operation(summary = "Make a security key")
    Uni<Made> make(@NotNull @Valid MakeRequest request);

    /**
     * Compares what the caller's app shows with each of the keys. Each time step of a key is good
     * for one success; failures count like wrong codes.
     */
    @POST
    @Path("check")
    @Operation(summary = "Check what a security key shows")
    Uni<KeyChecked> check(@NotNull @Valid CheckKeyRequest request);

    /** A subject: 1 to 128 visible ASCII characters. */
    String SUBJECT = "[!-~]{1,128}";

    /**
     * For whom a secret is to be made.
     *
     * @param id names the key: what is sealed opens under this id and subject only
     * @param subject names the person for good
     * @param issuer the institution's name, which the app shows
     * @param account the name of the account, which the app shows: no number, it may be seen
     * @param digits what the app shows, 6 to 8 digits
     */
    record MakeRequest(
            @NotNull UUID id,
            @NotNull @Pattern(regexp = SUBJECT) String subject,
            @NotNull @Size(min = 1, max = 64) @Pattern(regexp = "[^:\\p{Cntrl}]+") String issuer,
            @NotNull @Size(min = 1, max = 64) @Pattern(regexp = "[^:\\p{Cntrl}]+") String account,
            @NotNull Algorithm algorithm,
            @Min(6) @Max(8) int digits) {

        @Override
        public String toString() {
            return "MakeRequest[" + id + "]";
        }
    }

    /** The hash of RFC 6238 section 1.2. Many apps know SHA-1 only. */
    enum Algorithm {
        SHA1,
        SHA256,
        SHA512
    }

    /**
     * A new key.
     *
     * @param sealed the secret and its parameters
     * @param otpauthUri for the app, as text or in a QR code: holds the secret in clear
     */
    @SuppressWarnings("ArrayRecordComponent") // Opaque bytes: nobody compares these records.
    record Made(
            UUID id,
            @Schema(type = SchemaType.STRING, format = "byte") byte[] sealed,
            String otpauthUri) {

        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /**
     * What the caller's app shows.
     *
     * @param number under which failures count
     * @param subject as it was when the keys were made
     * @param keys the keys of the subject
     * @param shown 6 to 8 ASCII digits, as text
     * @param attemptId as with codes
     */
    record CheckKeyRequest(
            @NotNull PhoneNumber number,
            @NotNull @Pattern(regexp = SUBJECT) String subject,
            @NotEmpty @Size(max = AuthenticatorApi.MOST_AUTHENTICATORS)
                    List<@NotNull @Valid SealedKey> keys,
            @NotNull @Pattern(regexp = "[0-9]{6,8}") String shown,
            @NotNull @Size(min = 1, max = 128) String attemptId) {

        @Override
        public String toString() {
            return "CheckKeyRequest[" + number + "]";
        }
    }

    /** A key as it was sealed. */
    @SuppressWarnings("ArrayRecordComponent") // Opaque bytes: nobody compares these records.
    record SealedKey(
            @NotNull UUID id,
            @Schema(type = SchemaType.STRING, format = "byte", minLength = 4, maxLength = 5_464)
                    @NotNull
                    @Size(min = 1, max = 4_096)
                    byte[] sealed) {

        @Override
        public String toString() {
            return "SealedKey[" + id + "]";
        }
    }

    /**
     * The verdict.
     *
     * @param state VALID, INVALID (also if the step was used) or MAX_ATTEMPTS_EXCEEDED
     * @param id which key it was; null unless VALID
     */
    record KeyChecked(CodeState state, @Nullable UUID id) {}
}
