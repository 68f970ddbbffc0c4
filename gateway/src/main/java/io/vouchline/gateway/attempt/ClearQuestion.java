package io.vouchline.gateway.attempt;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whose failures are to be forgotten.
 *
 * @param phoneNumber with or without its country code
 */
record ClearQuestion(@NotNull @Size(max = 64) String phoneNumber) {

    @Override
    public String toString() {
        return "ClearQuestion[...]";
    }
}
