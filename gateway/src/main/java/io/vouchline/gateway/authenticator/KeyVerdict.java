package io.vouchline.gateway.authenticator;

import io.vouchline.contract.otp.OtpApi.CodeState;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on what an authenticator showed. Nobody behind the number, and nobody with an
 * authenticator, are told as a wrong key.
 *
 * @param authLevel 2 for a right key, else null
 */
record KeyVerdict(boolean verified, CodeState codeState, @Nullable Integer authLevel) {

    private static final int LEVEL = 2;

    static KeyVerdict of(CodeState state) {
        boolean verified = state == CodeState.VALID;
        return new KeyVerdict(verified, state, verified ? LEVEL : null);
    }
}
