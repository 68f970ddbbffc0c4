package io.vouchline.gateway.dialogflow;

import io.vouchline.contract.problem.ProblemType;
import java.util.Locale;

/** The channel that a caller chose. */
enum WantedChannel {
    MOBILE,
    EMAIL;

    /** Reads any of the words that agents use for a channel. */
    static WantedChannel of(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
        return switch (word) {
            case "mobile",
                    "phone",
                    "sms",
                    "text",
                    "text message",
                    "cell",
                    "cell phone",
                    "mobile number",
                    "mobile phone",
                    "phone number" ->
                    MOBILE;
            case "email", "e mail", "mail", "email address" -> EMAIL;
            default -> throw ProblemType.MALFORMED.exception("channel must be mobile or email.");
        };
    }
}
