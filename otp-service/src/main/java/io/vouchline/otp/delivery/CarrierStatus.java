package io.vouchline.otp.delivery;

import io.vouchline.contract.otp.OtpApi.DeliveryState;
import java.util.Optional;

/** What the carrier's words for the progress of a message or call mean. */
final class CarrierStatus {

    private CarrierStatus() {}

    /** How far the message got; nothing where the report tells nothing new, or nothing we know. */
    static Optional<DeliveryState> of(CarrierForm report) {
        return report.one("MessageStatus")
                .map(CarrierStatus::ofMessage)
                .orElseGet(() -> report.one("CallStatus").flatMap(CarrierStatus::ofCall));
    }

    private static Optional<DeliveryState> ofMessage(String status) {
        return switch (status) {
            case "sent" -> Optional.of(DeliveryState.SENT);
            case "delivered" -> Optional.of(DeliveryState.DELIVERED);
            case "undelivered", "failed" -> Optional.of(DeliveryState.FAILED);
            default -> Optional.empty();
        };
    }

    private static Optional<DeliveryState> ofCall(String status) {
        return switch (status) {
            case "in-progress", "answered", "completed" -> Optional.of(DeliveryState.ANSWERED);
            case "busy" -> Optional.of(DeliveryState.BUSY);
            case "no-answer" -> Optional.of(DeliveryState.NOT_ANSWERED);
            case "failed", "canceled" -> Optional.of(DeliveryState.FAILED);
            default -> Optional.empty();
        };
    }
}
