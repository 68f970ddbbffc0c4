package io.vouchline.gateway.dialogflow;

import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.passcode.PasscodeOrder;
import io.vouchline.gateway.passcode.Passcodes;
import io.vouchline.gateway.passcode.Sending;
import io.vouchline.gateway.passcode.Sending.NotSent;
import io.vouchline.gateway.passcode.Sending.Refusal;
import io.vouchline.gateway.passcode.Sending.Sent;
import jakarta.inject.Singleton;
import java.util.List;

/** Sends a code over the channel that the caller chose. In document mode it is told as well. */
@Singleton
class SendOtp implements Webhook {

    private final Passcodes passcodes;

    SendOtp(Passcodes passcodes) {
        this.passcodes = passcodes;
    }

    @Override
    public String name() {
        return "send_otp";
    }

    @Override
    public List<String> fields() {
        return List.of("generated_otp", "otp_sent", "reason");
    }

    @Override
    public Uni<WebhookAnswer> answer(WebhookCall call) {
        PasscodeOrder order = order(call);
        return switch (WantedChannel.of(call.parameters().required("channel"))) {
            case EMAIL -> passcodes.byMail(order).map(SendOtp::answer);
            case MOBILE -> passcodes.byPhone(order).map(SendOtp::answer);
        };
    }

    private PasscodeOrder order(WebhookCall call) {
        PolicyConfig policy = call.policy();
        return new PasscodeOrder(
                call.client(),
                call.number(),
                policy.codeLength(),
                policy.documentMode(),
                call.parameters().language().orElseGet(policy::language),
                first -> SameTurn.of(name(), first, call.session()),
                null,
                null,
                null);
    }

    private static WebhookAnswer answer(Sending sending) {
        return switch (sending) {
            case Sent sent ->
                    WebhookAnswer.of(Outcome.SENT, sent.issued().code(), true, null)
                            .about(sent.issued().reference());
            case NotSent not -> {
                String word = not.refusal().word();
                Outcome outcome =
                        not.refusal() == Refusal.BLOCKED ? Outcome.BLOCKED : Outcome.NOT_SENT;
                yield WebhookAnswer.because(outcome, word, null, false, word);
            }
        };
    }
}
