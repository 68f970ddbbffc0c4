package io.vouchline.gateway.call;

import io.vouchline.contract.number.PhoneNumber;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange tells of a call. What it does not tell is null, and stays as it was told before.
 *
 * @param caller who calls; null if withheld
 * @param callee the number that was called
 * @param from the queue, or the number that the call was redirected from
 * @param agent at whom it rings, who answered, or who hung up
 */
public record CallEvent(
        Kind kind,
        CallId id,
        @Nullable PhoneNumber caller,
        @Nullable PhoneNumber callee,
        @Nullable PhoneNumber from,
        @Nullable Agent agent) {

    /** What happened. */
    public enum Kind {
        RINGING,
        ANSWER,
        HANGUP;

        /** The kind that Telavox has this word for, whatever the case of its letters. */
        public static Optional<Kind> of(String word) {
            String lower = word.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values()).filter(kind -> kind.word().equals(lower)).findFirst();
        }

        /** The word for it: ringing, answer, hangup. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
