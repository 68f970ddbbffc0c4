package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.gateway.conversation.Result;
import io.vouchline.gateway.conversation.Result.NotSent;
import io.vouchline.gateway.conversation.Result.Sent;
import io.vouchline.gateway.conversation.Result.Verdict;
import io.vouchline.gateway.conversation.Way;
import io.vouchline.gateway.passcode.PasscodeOrder;
import io.vouchline.gateway.passcode.Passcodes;
import io.vouchline.gateway.passcode.Sending;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Codes: sent, sent again, checked. They are made in otp-service and compared there: also a client
 * in document mode, whose own flows are told codes, is told none here.
 */
@Singleton
class CodeErrands {

    private static final Pattern CODE = Pattern.compile("[0-9]{1,16}");

    private final Passcodes passcodes;
    private final Otp otp;
    private final FoundChannels channels;

    CodeErrands(Passcodes passcodes, Otp otp, FoundChannels channels) {
        this.passcodes = passcodes;
        this.otp = otp;
        this.channels = channels;
    }

    Uni<Result> send(Assignment assignment, Way way) {
        PasscodeOrder order = order(assignment);
        Uni<Sending> sending =
                switch (way) {
                    case PHONE -> passcodes.byPhone(order);
                    case EMAIL -> passcodes.byMail(order);
                };
        // A message that cannot be made of the client's settings goes nowhere, like the others.
        return sending.<Result>map(CodeErrands::told)
                .onFailure(Otp::isMalformed)
                .recoverWithItem(NotSent::new);
    }

    Uni<Result> resend(Assignment assignment, String reference) {
        return otp.resend(reference, assignment.once())
                .<Result>map(again -> new Sent(again.reference()))
                .onFailure(failure -> Otp.isNotResent(failure) || Otp.isLimit(failure))
                .recoverWithItem(NotSent::new);
    }

    /** What is no code was never compared, and is no attempt. */
    Uni<Result> check(Assignment assignment, String reference, String code) {
        if (!CODE.matcher(code).matches()) {
            return Uni.createFrom().item(() -> Result.Checked.of(Verdict.WRONG));
        }
        return otp.check(reference, code, assignment.id())
                .map(CodeErrands::verdict)
                .onFailure(Otp::isLimit)
                .recoverWithItem(Verdict.LOCKED)
                .map(Result.Checked::of);
    }

    private PasscodeOrder order(Assignment assignment) {
        PhoneNumber number = assignment.number();
        return new PasscodeOrder(
                assignment.client(),
                number,
                assignment.state().parameters().codeLength(),
                false,
                assignment.language(),
                _ -> assignment.once(),
                assignment.state().ani(),
                assignment.context().attestation(),
                channels.of(number));
    }

    private static Result told(Sending sending) {
        return switch (sending) {
            case Sending.Sent sent -> new Sent(sent.issued().reference());
            case Sending.NotSent _ -> new NotSent();
        };
    }

    /** A right code that proves nothing is of no more use than one whose time is over. */
    private static Verdict verdict(OtpApi.Checked checked) {
        return switch (checked.state()) {
            case VALID -> checked.proof() ? Verdict.RIGHT : Verdict.EXPIRED;
            case INVALID -> Verdict.WRONG;
            case UNKNOWN, EXPIRED -> Verdict.EXPIRED;
            case MAX_ATTEMPTS_EXCEEDED -> Verdict.LOCKED;
        };
    }
}
