package io.vouchline.gateway.transaction;

import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.OtpApi.DeliveryState;
import io.vouchline.gateway.transaction.Transaction.Kind;

/** How a transaction stands, by Telesign's codes and words. */
public enum TransactionStatus {
    CALL_ANSWERED(100, "Call answered"),
    NOT_ANSWERED(101, "Not answered"),
    CALL_IN_PROGRESS(103, "Call in progress"),
    CALL_NOT_HANDLED_YET(105, "Call not handled yet"),
    CALL_FAILED(106, "Call failed"),
    LINE_BUSY(107, "Line busy"),
    CALL_CANCELED(108, "Call canceled by Telesign"),
    DELIVERED_TO_HANDSET(200, "Delivered to handset"),
    DELIVERED_TO_GATEWAY(203, "Delivered to gateway"),
    DELIVERY_FAILED(207, "Error delivering SMS to handset (reason unknown)"),
    EXPIRED_BEFORE_DELIVERY(221, "Message expired before delivery"),
    BLOCKED(233, "Message blocked due to high risk score."),
    FINALLY_UNKNOWN(250, "Final status unknown"),
    MESSAGE_IN_PROGRESS(290, "Message in progress"),
    COMPLETED(300, "Transaction successfully completed"),
    NOT_ATTEMPTED(500, "Transaction not attempted"),
    NOT_AUTHORIZED(501, "Not authorized"),
    NOT_AVAILABLE(599, "Status not available"),
    COMPLETION_RECORDED(1900, "Verify completion successfully recorded");

    private final int code;
    private final String description;

    TransactionStatus(int code, String description) {
        this.code = code;
        this.description = description;
    }

    /** The code of the envelope's status. */
    public int code() {
        return code;
    }

    /** Its text, as the vendor has it. */
    public String description() {
        return description;
    }

    /** What is answered at once, before anything is known of the delivery. */
    public static TransactionStatus begun(Kind kind) {
        return switch (kind) {
            case CALL -> CALL_IN_PROGRESS;
            case SMS -> MESSAGE_IN_PROGRESS;
        };
    }

    /**
     * How far a message got. Calls and text messages share one list of codes: what followed another
     * channel is told by the codes of its own.
     *
     * @param state whether its code can still be of use: what waits longer than that is not sent
     */
    public static TransactionStatus of(Channel channel, DeliveryState delivery, CodeState state) {
        boolean late = delivery == DeliveryState.QUEUED && state == CodeState.EXPIRED;
        return switch (channel) {
            case VOICE -> late ? CALL_CANCELED : ofCall(delivery);
            case SMS -> late ? EXPIRED_BEFORE_DELIVERY : ofText(delivery);
            // Nothing of this dialect goes there.
            case EMAIL, PUSH -> NOT_AVAILABLE;
        };
    }

    private static TransactionStatus ofCall(DeliveryState delivery) {
        return switch (delivery) {
            case QUEUED -> CALL_NOT_HANDLED_YET;
            case SENDING, SENT -> CALL_IN_PROGRESS;
            case DELIVERED, ANSWERED -> CALL_ANSWERED;
            case NOT_ANSWERED -> NOT_ANSWERED;
            case BUSY -> LINE_BUSY;
            case FAILED -> CALL_FAILED;
            case UNKNOWN -> NOT_AVAILABLE;
        };
    }

    private static TransactionStatus ofText(DeliveryState delivery) {
        return switch (delivery) {
            case QUEUED, SENDING -> MESSAGE_IN_PROGRESS;
            case SENT -> DELIVERED_TO_GATEWAY;
            case DELIVERED, ANSWERED -> DELIVERED_TO_HANDSET;
            case NOT_ANSWERED, BUSY, FAILED -> DELIVERY_FAILED;
            case UNKNOWN -> FINALLY_UNKNOWN;
        };
    }
}
