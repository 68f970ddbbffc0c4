package io.vouchline.gateway.passcode;

import io.vouchline.contract.otp.OtpApi.Issued;
import java.util.Locale;

/** What the sending of a code came to. */
public sealed interface Sending {

    /** It is on its way. */
    record Sent(Issued issued) implements Sending {}

    /** It is not. */
    record NotSent(Refusal refusal) implements Sending {}

    /** Why a code does not go out. */
    enum Refusal {
        /** No registered and validated phone or mailbox, or none that may be used. */
        NO_CHANNEL,
        /** The number is none that anybody can have. */
        UNKNOWN_NUMBER,
        /** The phone or mailbox was changed a short time ago. */
        RECENTLY_CHANGED,
        /** The number's risk is too high. */
        BLOCKED,
        /** The number is locked, or a quota is used up. */
        LIMITED;

        /** The word for it, one of a fixed set. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
