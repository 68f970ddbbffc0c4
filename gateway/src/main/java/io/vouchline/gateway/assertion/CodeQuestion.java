package io.vouchline.gateway.assertion;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A code that a caller gave.
 *
 * @param phoneNumber with or without its country code
 * @param code ASCII digits, as text
 */
record CodeQuestion(
        @NotNull @Size(max = 64) String phoneNumber,
        @NotNull @Pattern(regexp = "[0-9]{1,16}") String code) {

    @Override
    public String toString() {
        return "CodeQuestion[...]";
    }
}
