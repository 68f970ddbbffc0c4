package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Issued;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.otp.delivery.Dispatcher;
import io.vouchline.otp.delivery.Message;
import io.vouchline.otp.delivery.MessageText;
import io.vouchline.otp.delivery.SealedMessages;
import io.vouchline.otp.passcode.Passcode;
import io.vouchline.otp.verification.VerificationStore.Draft;
import io.vouchline.otp.verification.VerificationStore.Outcome;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Issues and checks codes. */
@Singleton
class Verifications {

    private static final int PREFIX_DIGITS = 4;

    private final SecureRandom random = new SecureRandom();
    private final VerificationStore store;
    private final SealedMessages messages;
    private final Dispatcher dispatcher;
    private final NumberHash numbers;
    private final CurrentDeadline deadline;

    Verifications(
            VerificationStore store,
            SealedMessages messages,
            Dispatcher dispatcher,
            NumberHash numbers,
            CurrentDeadline deadline) {
        this.store = store;
        this.messages = messages;
        this.dispatcher = dispatcher;
        this.numbers = numbers;
        this.deadline = deadline;
    }

    /** Issues a code; its message is queued in the same step and sent after the answer. */
    Uni<Issued> issue(Caller caller, IssueRequest request) {
        Draft draft = draft(caller, request);
        return store.issue(draft)
                .invoke(outcome -> dispatcher.nudge(outcome.reference()))
                .chain(outcome -> issued(outcome, request.reveal()));
    }

    Uni<CodeState> check(Caller caller, PhoneNumber number, String code) {
        return store.checkNumber(numbers.of(caller.tenant(), number), code);
    }

    Uni<CodeState> check(Caller caller, String reference, String code) {
        return store.checkReference(caller.tenant(), reference, code);
    }

    Uni<Optional<Verification>> find(Caller caller, String reference) {
        return store.find(caller.tenant(), reference);
    }

    /** An earlier, equal request may have issued the code: it is the one to reveal. */
    private Uni<Issued> issued(Outcome outcome, boolean reveal) {
        if (!reveal) {
            return Uni.createFrom().item(answer(outcome, null));
        }
        return store.sealedMessage(outcome.reference())
                .map(found -> found.map(text -> messages.open(text, outcome.reference())))
                .map(message -> answer(outcome, message.map(Message::code).orElse(null)));
    }

    private static Issued answer(Outcome outcome, @Nullable String code) {
        return new Issued(outcome.reference(), outcome.expiresAt(), code);
    }

    private Draft draft(Caller caller, IssueRequest request) {
        String hash = numbers.of(caller.tenant(), request.number());
        Reference reference = Reference.draw(random, hash);
        Passcode code = code(request);
        Message message =
                new Message(
                        request.channel(),
                        destination(request),
                        code.digits(),
                        MessageText.checked(request.template()),
                        request.language());
        return new Draft(
                reference,
                hash,
                code,
                messages.seal(message, reference.value()),
                request.channel(),
                Duration.ofSeconds(request.lifeSeconds()),
                digest(caller.client() + '\n' + hash + '\n' + request.idempotencyKey()),
                Duration.ofSeconds(request.idempotencySeconds()),
                caller.tenant(),
                caller.client(),
                prefix(request.number()),
                request.reveal(),
                deadline.deadline());
    }

    private Passcode code(IssueRequest request) {
        String supplied = request.code();
        if (supplied != null) {
            return new Passcode(supplied);
        }
        if (request.length() < 4) {
            throw ProblemType.MALFORMED.exception("length must be 4 to 10.");
        }
        return Passcode.draw(random, request.length());
    }

    private static String destination(IssueRequest request) {
        String mailbox = request.mailbox();
        return switch (request.channel()) {
            case EMAIL -> {
                if (mailbox == null) {
                    throw ProblemType.MALFORMED.exception("mailbox is needed with EMAIL.");
                }
                yield mailbox;
            }
            case SMS, VOICE -> {
                if (mailbox != null) {
                    throw ProblemType.MALFORMED.exception("mailbox goes with EMAIL only.");
                }
                yield request.number().e164();
            }
        };
    }

    /**
     * The country and the first digits: enough to see a range under attack, too little for a
     * person.
     */
    private static String prefix(PhoneNumber number) {
        String national = number.nationalNumber();
        return number.countryCode()
                + '-'
                + national.substring(0, Math.min(PREFIX_DIGITS, national.length()));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
