package io.vouchline.gateway.authenticator;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * For whom an authenticator is to be made.
 *
 * @param phoneNumber with or without its country code
 * @param account the name of the account, which the app shows: 1 to 64 characters without ":", and
 *     no number, since it may be seen; null for "customer"
 */
record EnrolmentQuestion(
        @NotNull @Size(max = 64) String phoneNumber,
        @Nullable @Pattern(regexp = "[^:\\p{Cntrl}]{1,64}") String account) {

    @Override
    public String toString() {
        return "EnrolmentQuestion[...]";
    }
}
