package io.vouchline.gateway.listing;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which number is to be put on a list, and why.
 *
 * @param phoneNumber with or without its country code
 * @param reason in words, at most 200 characters; no personal data
 * @param expiresAt when the entry ends; null for never
 */
record ListQuestion(
        @NotNull @Size(max = 64) String phoneNumber,
        @NotBlank @Size(max = Reason.LONGEST) @Pattern(regexp = Reason.TEXT) String reason,
        @Nullable Instant expiresAt) {

    @Override
    public String toString() {
        return "ListQuestion[...]";
    }
}
