package io.vouchline.gateway.listing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which number is to be put on a list, and why.
 *
 * @param phoneNumber with or without its country code
 * @param reason in words, at most 200 characters without the blanks around them; no personal data
 * @param expiresAt when the entry ends; null for the latest end that the client may choose
 */
record ListQuestion(
        @NotNull @Size(max = 64) String phoneNumber,
        @NotBlank @Size(max = Reason.LONGEST) @Pattern(regexp = Reason.TEXT) String reason,
        @Nullable Instant expiresAt) {

    /** A member that is missing is one that is blank. */
    ListQuestion {
        reason = Objects.requireNonNullElse(reason, "").strip();
    }

    @Override
    public String toString() {
        return "ListQuestion[...]";
    }
}
