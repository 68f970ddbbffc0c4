package io.vouchline.gateway.assertion;

import io.vouchline.contract.otp.OtpApi.CodeState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on a code.
 *
 * @param authLevel 1 for a right code that the platform did not know, else null
 * @param assertion what was proven, signed; null if nothing was, if the number is not exactly one
 *     person's, if that person's phone is not registered, validated and unchanged for a while, or
 *     if no assertions are made
 */
record CodeVerdict(
        boolean verified,
        CodeState codeState,
        @Nullable Integer authLevel,
        @Nullable String assertion) {

    /** One factor. */
    static final int LEVEL = 1;

    static CodeVerdict refused(CodeState state) {
        return new CodeVerdict(false, state, null, null);
    }

    /** A right code that the platform knew as well: it proves nothing about the caller. */
    static CodeVerdict known() {
        return new CodeVerdict(true, CodeState.VALID, null, null);
    }

    static CodeVerdict proven(Optional<String> assertion) {
        return new CodeVerdict(true, CodeState.VALID, LEVEL, assertion.orElse(null));
    }

    @Override
    public String toString() {
        return "CodeVerdict[" + codeState + "]";
    }
}
