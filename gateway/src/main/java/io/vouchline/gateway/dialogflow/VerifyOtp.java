package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Checks a code on our side, so that the agent never needs to know it. An utterance without digits
 * is no code: it is answered as a wrong one, and not counted. A right code that the platform knew
 * verifies to no level: it may have come from anywhere.
 */
@Singleton
class VerifyOtp implements Webhook {

    private static final int LEVEL = 1;
    private static final Checked NO_CODE = new Checked(CodeState.INVALID, false);

    private final Otp otp;

    VerifyOtp(Otp otp) {
        this.otp = otp;
    }

    @Override
    public String name() {
        return "verify_otp";
    }

    @Override
    public List<String> fields() {
        return List.of("otp_verified", "code_state", "auth_level");
    }

    @Override
    public Uni<WebhookAnswer> answer(WebhookCall call) {
        return call.parameters()
                .code("otp", call.policy().codeLength())
                .map(digits -> otp.check(call.number(), digits))
                .orElseGet(() -> Uni.createFrom().item(NO_CODE))
                .map(VerifyOtp::answer);
    }

    private static WebhookAnswer answer(Checked checked) {
        boolean verified = checked.state() == CodeState.VALID;
        return WebhookAnswer.because(
                CodeStates.outcome(checked.state()),
                CodeStates.reason(checked.state()),
                verified,
                checked.state().name(),
                verified && checked.proof() ? LEVEL : null);
    }
}
