package io.vouchline.contract.risk;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Whether a number can be trusted enough to call it. The tenant and client come from the token. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface RiskApi {

    /** What ids of requests and events are made of. */
    String ID = "[A-Za-z0-9_-]{8,64}";

    /** A region, ISO 3166-1 alpha-2. */
    String REGION = "[A-Z]{2}";

    /** Assesses one number. */
    @POST
    @Path("assessments")
    @Operation(summary = "Assess a number before it is called")
    Uni<Assessment> assess(@NotNull @Valid AssessmentRequest request);

    /**
     * Takes back that a code was to be sent: none was. Safe to repeat. Whoever assesses a number
     * for sending tells so where the code is then not issued; else it counts as one that was never
     * verified.
     */
    @POST
    @Path("assessments/withdrawals")
    @Operation(summary = "Tell that no code was sent after all")
    Uni<Withdrawn> withdraw(@NotNull @Valid Withdrawal withdrawal);

    /**
     * A request whose code was not sent.
     *
     * @param id the assessment request's
     */
    record Withdrawal(@NotNull @Pattern(regexp = ID) String id, @NotNull PhoneNumber number) {

        @Override
        public String toString() {
            return "Withdrawal[" + number + "]";
        }
    }

    /**
     * The answer.
     *
     * @param withdrawn false if nothing counted as sent
     */
    record Withdrawn(boolean withdrawn) {}

    /**
     * What is to be assessed, under the client's policy.
     *
     * @param id the same for every try of one request: it is counted once
     * @param number the number as the gateway read it
     * @param original the text that the platform sent
     * @param region the client's default region, ISO 3166-1 alpha-2
     */
    record AssessmentRequest(
            @NotNull @Pattern(regexp = ID) String id,
            @NotNull PhoneNumber number,
            @NotNull @Size(max = 64) String original,
            @NotNull @Pattern(regexp = REGION) String region,
            @NotNull @Valid Policy policy,
            @NotNull @Valid Circumstances circumstances) {

        @Override
        public String toString() {
            return "AssessmentRequest[" + number + "]";
        }
    }

    /**
     * What the client wants of an assessment.
     *
     * @param threshold the highest score that is still called, 0 to 1000
     * @param scale the scale whose words tell the score
     * @param expectedRegions where the client's callers live besides its default region, ISO 3166-1
     *     alpha-2
     * @param shadow whether the score is only told and logged: nothing is blocked
     */
    record Policy(
            @Min(0) @Max(1000) int threshold,
            @NotNull Scale scale,
            @NotNull @Size(max = 300)
                    Set<@NotNull @Pattern(regexp = REGION) String> expectedRegions,
            boolean shadow) {}

    /**
     * What is known of the request besides the number.
     *
     * @param sending whether a code goes to the number unless it is blocked, and its check will be
     *     seen: until it is verified it counts among the unverified ones
     * @param ani the number that the caller calls from (automatic number identification)
     * @param attestation what the carrier says of {@code ani}
     * @param address the IP address of the person who asks, in text form
     */
    record Circumstances(
            boolean sending,
            @Nullable PhoneNumber ani,
            @Nullable Attestation attestation,
            @Nullable @Size(max = 45) String address) {

        @Override
        public String toString() {
            return "Circumstances[sending=" + sending + "]";
        }
    }

    /** What STIR/SHAKEN (RFC 8224, RFC 8588) says of a calling number. */
    enum Attestation {
        /** Full: the carrier knows the caller and their right to the number. */
        A,
        /** Partial: the carrier knows the caller only. */
        B,
        /** Gateway: the carrier knows only where the call entered its network. */
        C,
        /** The signature did not hold. */
        FAILED,
        /** The call was not signed. */
        NONE
    }

    /** The two scales that Telesign has published. */
    enum Scale {
        /** Low, medium-low, medium, medium-high, high. */
        INTELLIGENCE_1_0,
        /** The scale of the document's samples: 82 is "very low", 820 is "very high". */
        INTELLIGENCE_2_0
    }

    /**
     * The assessment.
     *
     * @param carrier who the number's range was assigned to, if that is known; a ported number has
     *     another carrier now
     * @param location the place or country of the number, in English, if it is known
     * @param regionCode the number's region, ISO 3166-1 alpha-2; null for numbers of no region
     * @param blocked whether the score is above the threshold; never in shadow mode
     * @param degraded whether what is remembered of numbers could not be read: the score then rests
     *     on the number alone
     */
    record Assessment(
            PhoneType phoneType,
            Risk risk,
            Numbering numbering,
            @Nullable String carrier,
            @Nullable String location,
            @Nullable String regionCode,
            boolean blocked,
            boolean degraded) {}

    /** A phone type: Telesign's code, as text, and its name. */
    record PhoneType(String code, String description) {}

    /**
     * The risk.
     *
     * @param recommendation allow, flag or block: what the scale says, whatever the threshold
     * @param score 0 to 1000, higher is riskier
     * @param level the scale's word for the score
     * @param reasons the strongest reasons, at most four, strongest first
     * @param weights the version of the weights that the score was made with
     */
    record Risk(
            String recommendation, int score, String level, List<Reason> reasons, String weights) {}

    /**
     * Why a score is what it is.
     *
     * @param code the same word for the same reason, for example {@code number_velocity}
     * @param description the reason in English
     * @param points what it adds to the log-odds; below 0 it speaks for the number
     */
    record Reason(String code, String description, double points) {}

    /**
     * How the number is built: the flat form of the Telesign document and its nested form in one.
     */
    record Numbering(
            String phoneNumber,
            int minLength,
            int maxLength,
            String countryCode,
            Original original,
            Cleansing cleansing) {

        @Override
        public String toString() {
            return "Numbering[+" + countryCode + "...]";
        }
    }

    /** The number as it was read. */
    record Original(String phoneNumber, String completePhoneNumber, String countryCode) {

        @Override
        public String toString() {
            return "Original[+" + countryCode + "...]";
        }
    }

    /** What was changed so that the number can be called and texted. */
    record Cleansing(Cleansed call, Cleansed sms) {}

    /**
     * The number for one use.
     *
     * @param cleansedCode 100 (unchanged) to 105
     * @param minLength the fewest digits of a national number of this country
     * @param maxLength the most digits of a national number of this country
     */
    record Cleansed(
            int cleansedCode,
            String countryCode,
            int minLength,
            int maxLength,
            String phoneNumber) {

        @Override
        public String toString() {
            return "Cleansed[" + cleansedCode + "]";
        }
    }
}
