package io.vouchline.gateway.telesign;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vouchline.contract.risk.RiskApi.Numbering;
import io.vouchline.contract.risk.RiskApi.PhoneType;
import io.vouchline.gateway.telesign.Packages.ToldRisk;
import io.vouchline.gateway.transaction.TransactionStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Telesign's envelope, which every answer has. The three packages of Verify Plus come together, or
 * not at all where the client has none.
 *
 * @param subResource by what the code travels; null where nothing does
 * @param errors empty unless something failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VerifyAnswer(
        String referenceId,
        @Nullable String subResource,
        List<Fault> errors,
        Status status,
        @Nullable Verify verify,
        @Nullable PhoneType phoneType,
        @Nullable ToldRisk risk,
        @Nullable Numbering numbering) {

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** What a request to send a code comes to. */
    static VerifyAnswer begun(
            String reference, String subResource, Status status, Optional<Packages> packages) {
        return new VerifyAnswer(
                reference,
                subResource,
                List.of(),
                status,
                Verify.NOTHING_ENTERED,
                packages.map(Packages::phoneType).orElse(null),
                packages.map(Packages::risk).orElse(null),
                packages.map(Packages::numbering).orElse(null));
    }

    /** How a transaction stands. */
    static VerifyAnswer standing(
            String reference, String subResource, Status status, @Nullable Verify verify) {
        return new VerifyAnswer(
                reference, subResource, List.of(), status, verify, null, null, null);
    }

    /** Nothing was done. */
    static VerifyAnswer failed(
            String reference,
            @Nullable String subResource,
            Fault fault,
            TransactionStatus status,
            Instant now) {
        return new VerifyAnswer(
                reference,
                subResource,
                List.of(fault),
                Status.of(status, now),
                null,
                null,
                null,
                null);
    }

    /** What went wrong, by Telesign's error codes. */
    record Fault(int code, String description) {}

    /**
     * How the transaction stands.
     *
     * @param updatedOn RFC 3339 in UTC with six decimals
     */
    record Status(String updatedOn, int code, String description) {

        static Status of(TransactionStatus status, Instant since) {
            return new Status(MICROS.format(since), status.code(), status.description());
        }
    }

    /**
     * What is known of the code.
     *
     * @param codeEntered what this request submitted; empty if it submitted nothing
     */
    record Verify(String codeState, String codeEntered) {

        static final Verify NOTHING_ENTERED = new Verify("UNKNOWN", "");

        @Override
        public String toString() {
            return "Verify[" + codeState + "]";
        }
    }
}
