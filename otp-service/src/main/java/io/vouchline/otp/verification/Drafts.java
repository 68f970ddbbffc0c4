package io.vouchline.otp.verification;

import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.number.Place;
import io.vouchline.contract.otp.OtpApi.CodeForm;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Route;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.otp.delivery.Destination;
import io.vouchline.otp.delivery.Message;
import io.vouchline.otp.delivery.MessageText;
import io.vouchline.otp.delivery.SealedMessages;
import io.vouchline.otp.passcode.Passcode;
import io.vouchline.otp.verification.VerificationStore.Draft;
import io.vouchline.otp.verification.VerificationStore.Kind;
import io.vouchline.otp.verification.VerificationStore.Owner;
import io.vouchline.otp.verification.VerificationStore.Queued;
import io.vouchline.otp.verification.VerificationStore.Request;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Turns what is asked for into what is issued: draws the code, seals the message. */
@Singleton
public class Drafts {

    private final SecureRandom random = new SecureRandom();
    private final SealedMessages messages;
    private final NumberHash numbers;
    private final VerificationConfig config;

    Drafts(SealedMessages messages, NumberHash numbers, VerificationConfig config) {
        this.messages = messages;
        this.numbers = numbers;
        this.config = config;
    }

    /** A code as it was asked for. */
    Draft code(Caller caller, IssueRequest asked, Request request) {
        List<Destination> destinations =
                asked.routes().stream()
                        .map(route -> destination(route, asked.number()))
                        .distinct()
                        .toList();
        Passcode code = code(asked.code());
        Message message =
                new Message(
                        destinations.getFirst(),
                        asked.number(),
                        code.digits(),
                        asked.wording(),
                        destinations.subList(1, destinations.size()));
        MessageText.check(message);
        return draft(
                caller,
                Kind.CODE,
                message,
                new Terms(
                        Duration.ofSeconds(asked.code().lifeSeconds()),
                        config.mostAttempts(),
                        asked.code().reveal(),
                        asked.code().supplied() != null,
                        asked.onlyIfVerifiedBefore()),
                request);
    }

    /** A verification whose code is the message's. */
    public Draft draft(Caller caller, Kind kind, Message message, Terms terms, Request request) {
        PhoneNumber number = message.number();
        String hash = numbers.of(caller.tenant(), number);
        Reference reference = Reference.draw(random, hash);
        return new Draft(
                reference,
                kind,
                new Passcode(message.code()),
                new Queued(
                        message.destination().channel(), messages.seal(message, reference.value())),
                new Owner(
                        caller.tenant(),
                        caller.client(),
                        hash,
                        number.countryCode(),
                        // Enough to see a range under attack, too little for a person.
                        Place.of(number).text()),
                terms,
                request);
    }

    private Passcode code(CodeForm form) {
        String supplied = form.supplied();
        if (supplied != null) {
            return new Passcode(supplied);
        }
        return form.noLeadingZero()
                ? Passcode.drawWithoutLeadingZero(random, form.length())
                : Passcode.draw(random, form.length());
    }

    static Destination destination(Route route, PhoneNumber number) {
        String mailbox = route.mailbox();
        return switch (route.channel()) {
            case EMAIL -> {
                if (mailbox == null) {
                    throw ProblemType.MALFORMED.exception("mailbox is needed with EMAIL.");
                }
                yield new Destination(route.channel(), mailbox);
            }
            case SMS, VOICE -> {
                if (mailbox != null) {
                    throw ProblemType.MALFORMED.exception("mailbox goes with EMAIL only.");
                }
                yield new Destination(route.channel(), number.e164());
            }
            case PUSH -> throw ProblemType.MALFORMED.exception("PUSH is asked for at /v1/pushes.");
        };
    }

    /**
     * The terms of a verification.
     *
     * @param supplied whether the platform made the code
     */
    public record Terms(
            Duration life,
            int mostAttempts,
            boolean revealed,
            boolean supplied,
            boolean onlyIfVerifiedBefore) {}
}
