package io.vouchline.gateway.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vouchline.contract.risk.RiskApi.Assessment;
import io.vouchline.gateway.transaction.Transaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delivery report as Telesign writes it. What Telesign tells besides and is not known here
 * (price, operator, parts of a message) is left out.
 *
 * @param submitTimestamp when the verification was asked for
 * @param errors always empty: what failed at once was never a transaction
 * @param additionalInfo empty
 * @param scoreStatus left out if the number was not assessed
 */
@RegisterForReflection // written by Jackson, unseen by the build
record ReportBody(
        Status status,
        String submitTimestamp,
        List<String> errors,
        String referenceId,
        Verify verify,
        String subResource,
        Map<String, String> additionalInfo,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ScoreStatus scoreStatus) {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static ReportBody of(Report report, Transaction transaction) {
        return new ReportBody(
                new Status(
                        report.status().code(),
                        report.status().description(),
                        text(report.updatedOn())),
                text(transaction.submittedAt()),
                List.of(),
                report.reference(),
                new Verify(report.status().codeState(), null),
                transaction.kind().subResource(),
                Map.of(),
                transaction.assessment() == null ? null : ScoreStatus.of(transaction.assessment()));
    }

    private static String text(Instant instant) {
        return MICROS.format(instant);
    }

    /**
     * How the transaction stands.
     *
     * @param updatedOn RFC 3339 in UTC with six decimals
     */
    @RegisterForReflection
    record Status(int code, String description, String updatedOn) {}

    /**
     * What is known of the code.
     *
     * @param codeEntered always null: what somebody entered is nobody's business
     */
    @RegisterForReflection
    record Verify(String codeState, @Nullable String codeEntered) {}

    /** What was known of the number: the packages of Verify Plus. */
    @RegisterForReflection
    record ScoreStatus(PhoneType phoneType, Risk risk, Numbering numbering) {

        static ScoreStatus of(Assessment assessment) {
            return new ScoreStatus(
                    new PhoneType(
                            assessment.phoneType().code(), assessment.phoneType().description()),
                    new Risk(
                            assessment.risk().recommendation(),
                            assessment.risk().score(),
                            assessment.risk().level()),
                    new Numbering(
                            assessment.numbering().phoneNumber(),
                            assessment.numbering().minLength(),
                            assessment.numbering().maxLength(),
                            assessment.numbering().countryCode()));
        }
    }

    @RegisterForReflection
    record PhoneType(String code, String description) {}

    @RegisterForReflection
    record Risk(String recommendation, int score, String level) {}

    /** The number, in the flat form. */
    @RegisterForReflection
    record Numbering(String phoneNumber, int minLength, int maxLength, String countryCode) {

        @Override
        public String toString() {
            return "Numbering[+" + countryCode + "...]";
        }
    }
}
