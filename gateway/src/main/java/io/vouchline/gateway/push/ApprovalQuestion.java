package io.vouchline.gateway.push;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Who is to approve what.
 *
 * @param phoneNumber with or without its country code
 * @param text what the app shows beside the question, at most 200 characters; no secret
 */
record ApprovalQuestion(
        @NotNull @Size(max = 64) String phoneNumber, @Nullable @Size(max = 200) String text) {

    @Override
    public String toString() {
        return "ApprovalQuestion[...]";
    }
}
