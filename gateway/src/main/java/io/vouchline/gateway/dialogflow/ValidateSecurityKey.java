package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.gateway.authenticator.KeyCheck;
import io.vouchline.gateway.authenticator.KeyVerdict;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The document's two-factor validation: whether this is what the caller's authenticator shows. What
 * has not exactly the digits of a key is none: it is answered as a wrong one, and not counted. No
 * level is told, since a key alone is one factor, and a flow has no assertion to show of another.
 */
@Singleton
class ValidateSecurityKey implements Webhook {

    private final KeyCheck keys;

    ValidateSecurityKey(KeyCheck keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "2fa_validation";
    }

    @Override
    public List<String> fields() {
        return List.of("security_key_verified", "code_state");
    }

    @Override
    public Uni<WebhookAnswer> answer(WebhookCall call) {
        int length = call.policy().securityKeyDigits();
        return call.parameters()
                .code("security_key", length)
                .filter(digits -> digits.length() == length)
                .map(
                        digits ->
                                keys.check(call.number(), digits, Optional.empty())
                                        .map(KeyVerdict::codeState))
                .orElseGet(() -> Uni.createFrom().item(CodeState.INVALID))
                .map(
                        state ->
                                WebhookAnswer.because(
                                        CodeStates.outcome(state),
                                        CodeStates.reason(state),
                                        state == CodeState.VALID,
                                        state.name()));
    }
}
