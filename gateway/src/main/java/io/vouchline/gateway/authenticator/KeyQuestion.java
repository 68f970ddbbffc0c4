package io.vouchline.gateway.authenticator;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a caller's authenticator shows.
 *
 * @param phoneNumber with or without its country code
 * @param key 6 to 8 ASCII digits, as text
 */
record KeyQuestion(
        @NotNull @Size(max = 64) String phoneNumber,
        @NotNull @Pattern(regexp = "[0-9]{6,8}") String key) {

    @Override
    public String toString() {
        return "KeyQuestion[...]";
    }
}
