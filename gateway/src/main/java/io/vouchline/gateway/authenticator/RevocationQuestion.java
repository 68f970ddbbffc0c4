package io.vouchline.gateway.authenticator;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whose authenticator is to be removed.
 *
 * @param phoneNumber with or without its country code
 */
record RevocationQuestion(@NotNull @Size(max = 64) String phoneNumber) {

    @Override
    public String toString() {
        return "RevocationQuestion[...]";
    }
}
