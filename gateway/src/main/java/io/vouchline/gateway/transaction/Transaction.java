package io.vouchline.gateway.transaction;

import io.vouchline.contract.risk.RiskApi.Assessment;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verification by Telesign's API, as it is remembered for its later questions and its delivery
 * reports.
 *
 * @param reference 32 upper-case hexadecimal digits: otp-service's own, or a fresh one of a
 *     verification that was blocked, of which otp-service knows nothing
 * @param tenant the institution
 * @param client the client that asked; to no other it exists
 * @param kind how the code travels
 * @param supplied whether the code is the platform's own
 * @param blocked whether nothing was sent, since the risk was too high
 * @param billable whether it is charged: nothing that was blocked is
 * @param callback where delivery reports go; null for nowhere
 * @param assessment what was known of the number; null if it was not assessed
 * @param submittedAt when it was asked for
 */
public record Transaction(
        String reference,
        String tenant,
        String client,
        Kind kind,
        boolean supplied,
        boolean blocked,
        boolean billable,
        @Nullable URI callback,
        @Nullable Assessment assessment,
        Instant submittedAt) {

    /** How the code travels, by the names of Telesign's sub-resources. */
    public enum Kind {
        CALL("call"),
        SMS("sms");

        private final String subResource;

        Kind(String subResource) {
            this.subResource = subResource;
        }

        /** The word of the envelope. */
        public String subResource() {
            return subResource;
        }
    }
}
