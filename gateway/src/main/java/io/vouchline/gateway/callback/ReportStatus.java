package io.vouchline.gateway.callback;

import static io.vouchline.gateway.transaction.TransactionStatus.CALL_ANSWERED;
import static io.vouchline.gateway.transaction.TransactionStatus.CALL_FAILED;
import static io.vouchline.gateway.transaction.TransactionStatus.COMPLETION_RECORDED;
import static io.vouchline.gateway.transaction.TransactionStatus.DELIVERED_TO_HANDSET;
import static io.vouchline.gateway.transaction.TransactionStatus.DELIVERY_FAILED;
import static io.vouchline.gateway.transaction.TransactionStatus.LINE_BUSY;
import static io.vouchline.gateway.transaction.TransactionStatus.NOT_ANSWERED;

import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.gateway.transaction.TransactionStatus;
import java.util.Optional;

/**
 * What an event says of a transaction for good, in the words that its standing is told in.
 *
 * @param code the status code of the transaction
 * @param description its text
 * @param codeState what is known of the code
 */
record ReportStatus(int code, String description, String codeState) {

    /**
     * The status; empty if the event is none that ends a delivery or a verification.
     *
     * @param event otp-service's word
     * @param channel how the message that it is about travels
     */
    static Optional<ReportStatus> of(String event, String channel) {
        if (event.equals("completed")) {
            return status(COMPLETION_RECORDED, CodeState.UNKNOWN);
        }
        return switch (channel) {
            case "VOICE" -> ofCall(event);
            case "SMS" -> ofText(event);
            default -> Optional.empty();
        };
    }

    /** Whoever has the right code has heard the call. */
    private static Optional<ReportStatus> ofCall(String event) {
        return switch (event) {
            case "answered" -> status(CALL_ANSWERED, CodeState.UNKNOWN);
            case "verified" -> status(CALL_ANSWERED, CodeState.VALID);
            case "not_answered" -> status(NOT_ANSWERED, CodeState.UNKNOWN);
            case "undelivered" -> status(CALL_FAILED, CodeState.UNKNOWN);
            case "busy" -> status(LINE_BUSY, CodeState.UNKNOWN);
            default -> Optional.empty();
        };
    }

    private static Optional<ReportStatus> ofText(String event) {
        return switch (event) {
            case "delivered" -> status(DELIVERED_TO_HANDSET, CodeState.UNKNOWN);
            case "verified" -> status(DELIVERED_TO_HANDSET, CodeState.VALID);
            case "undelivered" -> status(DELIVERY_FAILED, CodeState.UNKNOWN);
            default -> Optional.empty();
        };
    }

    private static Optional<ReportStatus> status(TransactionStatus status, CodeState state) {
        return Optional.of(new ReportStatus(status.code(), status.description(), state.name()));
    }
}
