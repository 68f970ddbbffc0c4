package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks a code on our side, so that the agent never needs to know it. An utterance without digits
 * is no code: it is answered as a wrong one, and not counted.
 */
@Singleton
class VerifyOtp implements Webhook {

    private static final int LEVEL = 1;

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
    public Uni<List<Object>> answer(Parameters parameters, Client client) {
        PhoneNumber number = parameters.phoneNumber(client.region());
        Optional<String> code = parameters.code("otp", client.policy().codeLength());
        Uni<CodeState> state =
                code.map(digits -> otp.check(number, digits).map(Checked::state))
                        .orElseGet(() -> Uni.createFrom().item(CodeState.INVALID));
        return state.map(VerifyOtp::answer);
    }

    private static List<Object> answer(CodeState state) {
        boolean verified = state == CodeState.VALID;
        return Arrays.asList(verified, state.name(), verified ? LEVEL : null);
    }
}
