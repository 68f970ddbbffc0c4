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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether a number can be trusted enough to call it. The tenant and client come from the token. */
@Path("/v1")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface RiskApi {

    /** Assesses one number. */
    @POST
    @Path("assessments")
    @Operation(summary = "Assess a number before it is called")
    Uni<Assessment> assess(@NotNull @Valid AssessmentRequest request);

    /**
     * What is to be assessed, under the client's policy.
     *
     * @param number the number as the gateway read it
     * @param original the text that the platform sent
     * @param region the client's default region, ISO 3166-1 alpha-2
     * @param threshold the highest score that is still called, 0 to 1000
     * @param scale the scale whose words tell the score
     */
    record AssessmentRequest(
            @NotNull PhoneNumber number,
            @NotNull @Size(max = 64) String original,
            @NotNull @Pattern(regexp = "[A-Z]{2}") String region,
            @Min(0) @Max(1000) int threshold,
            @NotNull Scale scale) {

        @Override
        public String toString() {
            return "AssessmentRequest[" + number + "]";
        }
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
     * @param blocked whether the score is above the threshold
     */
    record Assessment(PhoneType phoneType, Risk risk, Numbering numbering, boolean blocked) {}

    /** A phone type: Telesign's code, as text, and its name. */
    record PhoneType(String code, String description) {}

    /**
     * The risk.
     *
     * @param recommendation allow, flag or block: what the scale says, whatever the threshold
     * @param score 0 to 1000, higher is riskier
     * @param level the scale's word for the score
     * @param reasons the strongest reasons in words, at most four
     */
    record Risk(String recommendation, int score, String level, List<String> reasons) {}

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
