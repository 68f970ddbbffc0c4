package io.vouchline.gateway.telesign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vouchline.contract.risk.RiskApi;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.contract.risk.RiskApi.Numbering;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Telesign's envelope, which every answer has. The three packages of Verify Plus come together, or
 * not at all where the number was not assessed.
 *
 * @param subResource always "call" here
 * @param errors empty unless something failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerifyAnswer(
        String referenceId,
        String subResource,
        List<Fault> errors,
        Status status,
        @Nullable Verify verify,
        @Nullable PhoneType phoneType,
        @Nullable Risk risk,
        @Nullable Numbering numbering) {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Verify NOTHING_ENTERED = new Verify("UNKNOWN", "");

    /** The call is on its way. */
    static VerifyAnswer calling(String reference, @Nullable Assessment assessment, Instant now) {
        return answer(
                reference, assessment, new Status(MICROS.format(now), 103, "Call in progress"));
    }

    /** The call was not made: its risk is too high. */
    static VerifyAnswer blocked(String reference, @Nullable Assessment assessment, Instant now) {
        return answer(
                reference,
                assessment,
                new Status(MICROS.format(now), 233, "Message blocked due to high risk score."));
    }

    /** Nothing was done. */
    static VerifyAnswer failed(
            String reference, Fault fault, int statusCode, String description, Instant now) {
        return new VerifyAnswer(
                reference,
                "call",
                List.of(fault),
                new Status(MICROS.format(now), statusCode, description),
                null,
                null,
                null,
                null);
    }

    private static VerifyAnswer answer(
            String reference, @Nullable Assessment assessment, Status status) {
        return new VerifyAnswer(
                reference,
                "call",
                List.of(),
                status,
                NOTHING_ENTERED,
                assessment == null ? null : assessment.phoneType(),
                assessment == null ? null : Risk.of(assessment.risk()),
                assessment == null ? null : assessment.numbering());
    }

    /** What went wrong, by Telesign's error codes. */
    record Fault(int code, String description) {}

    /**
     * How the transaction stands.
     *
     * @param updatedOn RFC 3339 in UTC with six decimals
     */
    record Status(String updatedOn, int code, String description) {}

    /** What is known of the code. */
    record Verify(String codeState, String codeEntered) {}

    /** The document's risk package. */
    record Risk(String recommendation, int score, String level) {

        static Risk of(RiskApi.Risk risk) {
            return new Risk(risk.recommendation(), risk.score(), risk.level());
        }
    }
}
