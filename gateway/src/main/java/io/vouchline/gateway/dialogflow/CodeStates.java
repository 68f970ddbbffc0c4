package io.vouchline.gateway.dialogflow;

import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.gateway.decision.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the state of a code or key says of the call that showed it. */
final class CodeStates {

    private CodeStates() {}

    static Outcome outcome(CodeState state) {
        return state == CodeState.VALID ? Outcome.VERIFIED : Outcome.NOT_VERIFIED;
    }

    /** Why it was not verified; null if it was. */
    static @Nullable String reason(CodeState state) {
        return state == CodeState.VALID ? null : state.name().toLowerCase(Locale.ROOT);
    }
}
