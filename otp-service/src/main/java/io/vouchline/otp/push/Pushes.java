package io.vouchline.otp.push;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Wording;
import io.vouchline.contract.otp.PushApi.PushRequest;
import io.vouchline.contract.otp.PushApi.Pushed;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.otp.delivery.Destination;
import io.vouchline.otp.delivery.Message;
import io.vouchline.otp.delivery.MessageText;
import io.vouchline.otp.delivery.PushChannel;
import io.vouchline.otp.passcode.Passcode;
import io.vouchline.otp.verification.Drafts;
import io.vouchline.otp.verification.Drafts.Terms;
import io.vouchline.otp.verification.VerificationStore.Draft;
import io.vouchline.otp.verification.VerificationStore.Kind;
import io.vouchline.otp.verification.VerificationStore.Outcome.Sent;
import io.vouchline.otp.verification.VerificationStore.Request;
import io.vouchline.otp.verification.Verifications;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Asks for approval: a verification whose code is the match. */
@Singleton
public class Pushes {

    /** A second try would be a guess at the match. */
    private static final int MOST_ATTEMPTS = 1;

    private static final String LANGUAGE = "en";

    private final SecureRandom random = new SecureRandom();
    private final PushChannel app;
    private final AppSecrets secrets;
    private final NumberHash numbers;
    private final Drafts drafts;
    private final Verifications verifications;

    Pushes(
            PushChannel app,
            AppSecrets secrets,
            NumberHash numbers,
            Drafts drafts,
            Verifications verifications) {
        this.numbers = numbers;
        this.app = app;
        this.secrets = secrets;
        this.drafts = drafts;
        this.verifications = verifications;
    }

    /** Asks; a request that is equal to an earlier one gets the earlier match. */
    Uni<Pushed> send(Caller caller, PushRequest request) {
        if (!app.isConfigured() || !secrets.knows(caller.tenant())) {
            throw ProblemType.CONFLICT.exception("The institution has no app that approves.");
        }
        return verifications
                .issue(caller, request.number(), draft(caller, request))
                .chain(this::pushed);
    }

    private Draft draft(Caller caller, PushRequest request) {
        PhoneNumber number = request.number();
        Message message =
                new Message(
                        new Destination(Channel.PUSH, number.e164()),
                        number,
                        Passcode.drawMatch(random).digits(),
                        new Wording(request.text(), LANGUAGE, null),
                        List.of());
        MessageText.check(message);
        Terms terms =
                new Terms(
                        Duration.ofSeconds(request.lifeSeconds()),
                        MOST_ATTEMPTS,
                        false,
                        false,
                        false);
        return drafts.draft(
                caller,
                Kind.APPROVAL,
                message,
                terms,
                new Request(
                        Verifications.digest(
                                caller,
                                "push",
                                numbers.of(caller.tenant(), number),
                                request.idempotency()),
                        Duration.ofSeconds(request.idempotency().seconds()),
                        Duration.ZERO));
    }

    private Uni<Pushed> pushed(Sent sent) {
        return verifications
                .code(sent)
                .map(
                        match ->
                                new Pushed(
                                        sent.reference(),
                                        match.orElseThrow(
                                                () ->
                                                        ProblemType.CONFLICT.exception(
                                                                "The approval is not waited for any more.")),
                                        sent.expiresAt()));
    }
}
