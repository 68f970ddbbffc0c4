package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.key.Digest;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Issued;
import io.vouchline.contract.otp.OtpApi.ResendRequest;
import io.vouchline.contract.otp.OtpApi.Route;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.otp.delivery.Destination;
import io.vouchline.otp.delivery.Dispatcher;
import io.vouchline.otp.delivery.Message;
import io.vouchline.otp.delivery.SealedMessages;
import io.vouchline.otp.quota.Admission;
import io.vouchline.otp.quota.QuotaExceededException;
import io.vouchline.otp.quota.Quotas;
import io.vouchline.otp.verification.VerificationStore.Draft;
import io.vouchline.otp.verification.VerificationStore.Ended;
import io.vouchline.otp.verification.VerificationStore.Ending;
import io.vouchline.otp.verification.VerificationStore.Further;
import io.vouchline.otp.verification.VerificationStore.Kind;
import io.vouchline.otp.verification.VerificationStore.Newest;
import io.vouchline.otp.verification.VerificationStore.Outcome;
import io.vouchline.otp.verification.VerificationStore.Outcome.Sent;
import io.vouchline.otp.verification.VerificationStore.Queued;
import io.vouchline.otp.verification.VerificationStore.Request;
import io.vouchline.otp.verification.VerificationStore.Submitted;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The life of a code: issued, sent (again), checked, ended. */
@Singleton
public class Verifications {

    private static final InstantSource CLOCK = InstantSource.system();

    private final VerificationStore store;
    private final Drafts drafts;
    private final SealedMessages messages;
    private final Quotas quotas;
    private final Dispatcher dispatcher;
    private final NumberHash numbers;
    private final CurrentDeadline deadline;

    Verifications(
            VerificationStore store,
            Drafts drafts,
            SealedMessages messages,
            Quotas quotas,
            Dispatcher dispatcher,
            NumberHash numbers,
            CurrentDeadline deadline) {
        this.store = store;
        this.drafts = drafts;
        this.messages = messages;
        this.quotas = quotas;
        this.dispatcher = dispatcher;
        this.numbers = numbers;
        this.deadline = deadline;
    }

    /** Issues a code; its message is queued in the same step and sent after the answer. */
    Uni<Issued> issue(Caller caller, IssueRequest request) {
        PhoneNumber number = request.number();
        String digest =
                digest(caller, "issue", numbers.of(caller.tenant(), number), request.idempotency());
        Draft draft =
                drafts.code(
                        caller,
                        request,
                        new Request(digest, remembered(request.idempotency()), Duration.ZERO));
        return issue(caller, number, draft).chain(sent -> issued(sent, request.code().reveal()));
    }

    /**
     * Issues what was drafted, within the quotas of the caller.
     *
     * @param draft its deadline is set here
     */
    public Uni<Sent> issue(Caller caller, PhoneNumber number, Draft draft) {
        return sent(
                caller,
                number,
                draft.message().channel(),
                until -> store.issue(draft.until(until)));
    }

    /** Sends the code of a live verification once more. */
    Uni<Issued> resend(Caller caller, String reference, ResendRequest request) {
        return store.newest(caller.tenant(), reference)
                .chain(
                        newest ->
                                newest.map(before -> resend(caller, reference, request, before))
                                        .orElseGet(() -> notLive(caller, reference)))
                .map(sent -> answer(sent, null));
    }

    private Uni<Sent> notLive(Caller caller, String reference) {
        return find(caller, reference)
                .map(
                        ended -> {
                            throw notLive();
                        });
    }

    private Uni<Sent> resend(
            Caller caller, String reference, ResendRequest request, Newest newest) {
        Message before = messages.open(newest.sealed(), reference);
        PhoneNumber number = before.number();
        Message message = before.to(destination(before, number, request.route()));
        Channel channel = message.destination().channel();
        String digest = digest(caller, "resend " + reference, "", request.idempotency());
        Queued queued = new Queued(channel, messages.seal(message, reference));
        return sent(
                caller,
                number,
                channel,
                until ->
                        store.resend(
                                new Further(
                                        reference,
                                        newest,
                                        queued,
                                        new Request(
                                                digest,
                                                remembered(request.idempotency()),
                                                until))));
    }

    private static Destination destination(
            Message before, PhoneNumber number, @Nullable Route route) {
        if (before.destination().channel() == Channel.PUSH) {
            throw ProblemType.CONFLICT.exception("An approval is asked for once.");
        }
        return route == null ? before.destination() : Drafts.destination(route, number);
    }

    /** Takes a message out of the quotas, and puts it back if none was sent. */
    private Uni<Sent> sent(
            Caller caller,
            PhoneNumber number,
            Channel channel,
            Function<Duration, Uni<Outcome>> sending) {
        Deadline waits = deadline.deadline();
        return quotas.take(caller, number, channel)
                .onFailure(QuotaExceededException.class)
                .transform(failure -> tooMany(failure.retryAfter()))
                .chain(
                        admission ->
                                sending.apply(
                                                // What remains is asked for after the answer: it
                                                // may have been long in coming.
                                                admission.redisTime().plus(waits.remaining(CLOCK)))
                                        .call(outcome -> settle(admission, outcome)))
                .map(Verifications::sent)
                .invoke(sent -> dispatcher.nudge(sent.reference()));
    }

    private static Uni<Void> settle(Admission admission, Outcome outcome) {
        return outcome instanceof Sent sent && sent.fresh()
                ? Uni.createFrom().voidItem()
                : admission.giveBack();
    }

    private static Sent sent(Outcome outcome) {
        return switch (outcome) {
            case Sent sent -> sent;
            case Outcome.Wait wait -> throw tooMany(wait.time());
            case Outcome.NeverVerified never ->
                    throw ProblemType.CONFLICT.exception("The number was never verified before.");
            case Outcome.NotLive notLive -> throw notLive();
            case Outcome.Late late ->
                    throw ProblemType.DEADLINE_PASSED.exception("The caller no longer waits.");
        };
    }

    private static RuntimeException tooMany(Duration wait) {
        return ProblemType.TOO_MANY_REQUESTS
                .because("No code is sent for now.")
                .retryAfter(wait)
                .exception();
    }

    private static RuntimeException notLive() {
        return ProblemType.CONFLICT.exception("The code is not live any more.");
    }

    Uni<Checked> check(Caller caller, PhoneNumber number, String code, Optional<String> attemptId) {
        return store.checkNumber(
                numbers.of(caller.tenant(), number), new Submitted(Kind.CODE, code, attemptId));
    }

    Uni<Checked> check(Caller caller, String reference, String code, Optional<String> attemptId) {
        return store.checkReference(
                caller.tenant(), reference, new Submitted(Kind.CODE, code, attemptId));
    }

    /** How a verification stands; 404 if the tenant has none of this reference. */
    Uni<Verification> find(Caller caller, String reference) {
        return store.find(caller.tenant(), reference)
                .map(found -> found.orElseThrow(Verifications::unknown));
    }

    Uni<Verification> end(Caller caller, String reference, Ending ending) {
        return store.end(caller.tenant(), reference, ending)
                .invoke(Verifications::demandEnd)
                .chain(() -> find(caller, reference));
    }

    private static void demandEnd(Ended ended) {
        if (ended == Ended.UNKNOWN) {
            throw unknown();
        }
        if (ended == Ended.MADE_HERE) {
            throw ProblemType.CONFLICT.exception("The code was made here: submit it for a check.");
        }
    }

    private static RuntimeException unknown() {
        return ProblemType.NOT_FOUND.exception("There is no such verification.");
    }

    /** An earlier, equal request may have issued the code: it is the one to reveal. */
    private Uni<Issued> issued(Sent sent, boolean reveal) {
        if (!reveal) {
            return Uni.createFrom().item(answer(sent, null));
        }
        return code(sent).map(code -> answer(sent, code.orElse(null)));
    }

    /** The code that was issued, by this request or an earlier, equal one, while it is live. */
    public Uni<Optional<String>> code(Sent sent) {
        return store.sealedMessage(sent.reference())
                .map(found -> found.map(text -> messages.open(text, sent.reference()).code()));
    }

    private static Issued answer(Sent sent, @Nullable String code) {
        return new Issued(sent.reference(), sent.expiresAt(), code);
    }

    private static Duration remembered(Idempotency idempotency) {
        return Duration.ofSeconds(idempotency.seconds());
    }

    /**
     * Names a request for good: equal ones of one client for one number have the same digest.
     *
     * @param subject what it is about, with no number in clear: digests can be guessed
     */
    public static String digest(
            Caller caller, String what, String subject, Idempotency idempotency) {
        return Digest.hex(
                String.join(
                        "\n", caller.tenant(), caller.client(), what, subject, idempotency.key()));
    }
}
