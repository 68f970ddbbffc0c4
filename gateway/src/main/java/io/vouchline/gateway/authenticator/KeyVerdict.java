package io.vouchline.gateway.authenticator;

import io.vouchline.contract.otp.OtpApi.CodeState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on what an authenticator showed. Nobody behind the number, and nobody with an
 * authenticator, are told as a wrong key.
 *
 * @param authLevel 2 for a right key of whoever has proven one factor already, else null: a key
 *     alone is one factor
 * @param assertion that two factors were proven, signed; null without a level
 */
public record KeyVerdict(
        boolean verified,
        CodeState codeState,
        @Nullable Integer authLevel,
        @Nullable String assertion) {

    /** Two factors. */
    static final int LEVEL = 2;

    static KeyVerdict refused(CodeState state) {
        return new KeyVerdict(false, state, null, null);
    }

    /** A right key, and how it raises what was proven before; empty if nothing was. */
    static KeyVerdict right(Optional<String> assertion) {
        return new KeyVerdict(
                true,
                CodeState.VALID,
                assertion.isPresent() ? LEVEL : null,
                assertion.orElse(null));
    }

    @Override
    public String toString() {
        return "KeyVerdict[" + codeState + "]";
    }
}
