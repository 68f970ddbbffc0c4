package io.vouchline.gateway.telesign;

import io.vouchline.gateway.access.AccessFault;
import io.vouchline.gateway.telesign.VerifyAnswer.Fault;

/** What was wrong with a credential, by Telesign's error codes. */
final class AccessFaults {

    private AccessFaults() {}

    /** The code and its text. An unknown customer id is told as a wrong key or signature. */
    static Fault of(AccessFault fault) {
        return switch (fault) {
            case MISSING -> new Fault(-30004, "Missing required 'Authorization' header.");
            case UNREADABLE ->
                    new Fault(
                            -30005,
                            "Required 'Authorization' header is not in the correct format.");
            case WRONG_SIGNATURE -> new Fault(-30006, "Invalid Signature.");
            case NO_DATE -> new Fault(-30007, "Missing required 'Date' or 'x-ts-date' header.");
            case UNKNOWN_METHOD -> new Fault(-30008, "Invalid 'x-ts-auth-method' header.");
            case UNREADABLE_DATE ->
                    new Fault(-30009, "'Date' or 'x-ts-date' header is not RFC822 compliant.");
            case DATE_OUT_OF_WINDOW ->
                    new Fault(
                            -30010, "'Date' or 'x-ts-date' header is not within tolerable range.");
            case NONCE_LENGTH -> new Fault(-30011, "'x-ts-nonce' header is too long or too short.");
            case NONCE_USED -> new Fault(-30012, "'x-ts-nonce' header value used recently.");
            case WRONG_KEY -> new Fault(-30015, "Invalid API Key.");
        };
    }
}
