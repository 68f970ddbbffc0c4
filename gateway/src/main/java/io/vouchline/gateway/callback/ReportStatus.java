package io.vouchline.gateway.callback;

import java.util.Optional;

/**
 * What an event says of a transaction for good, in Telesign's words.
 *
 * @param code the status code of the transaction
 * @param description its text
 * @param codeState what is known of the code
 */
record ReportStatus(int code, String description, String codeState) {

    private static final String NOT_KNOWN = "UNKNOWN";

    /**
     * The status; empty if the event is none that ends a delivery or a verification.
     *
     * @param event otp-service's word
     * @param channel how the message that it is about travels
     */
    static Optional<ReportStatus> of(String event, String channel) {
        if (event.equals("completed")) {
            return status(1900, "Verify completion successfully recorded", NOT_KNOWN);
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
            case "answered" -> status(100, "Call answered", NOT_KNOWN);
            case "verified" -> status(100, "Call answered", "VALID");
            case "not_answered" -> status(101, "Not answered", NOT_KNOWN);
            case "undelivered" -> status(106, "Call failed", NOT_KNOWN);
            case "busy" -> status(107, "Line busy", NOT_KNOWN);
            default -> Optional.empty();
        };
    }

    private static Optional<ReportStatus> ofText(String event) {
        return switch (event) {
            case "delivered" -> status(200, "Delivered to handset", NOT_KNOWN);
            case "verified" -> status(200, "Delivered to handset", "VALID");
            case "undelivered" ->
                    status(207, "Error delivering SMS to handset (reason unknown)", NOT_KNOWN);
            default -> Optional.empty();
        };
    }

    private static Optional<ReportStatus> status(int code, String description, String codeState) {
        return Optional.of(new ReportStatus(code, description, codeState));
    }
}
