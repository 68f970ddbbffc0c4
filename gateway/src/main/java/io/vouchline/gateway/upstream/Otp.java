package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi.CheckRequest;
import io.vouchline.contract.otp.OtpApi.Checked;
import io.vouchline.contract.otp.OtpApi.Idempotency;
import io.vouchline.contract.otp.OtpApi.IssueRequest;
import io.vouchline.contract.otp.OtpApi.Issued;
import io.vouchline.contract.otp.OtpApi.ResendRequest;
import io.vouchline.contract.otp.OtpApi.Verification;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Does the caller hold this phone or mailbox? Down: 503, never "verified". */
@ApplicationScoped
public class Otp {

    private static final int NOT_FOUND = 404;

    private final OtpClient client;
    private final Upstream upstream;

    Otp(@RestClient OtpClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("otp-service", config.otp());
    }

    /**
     * Issues a code. Safe to repeat: a request with the same key sends one message. Fails with
     * {@link #isLimit} while the number is locked or a quota is used up, with {@link
     * #isNeverVerified} if only a number that was verified before was to get a code and this one
     * was not, and with {@link #isMalformed} if no message can be made of it, as of a template that
     * is too long for a channel.
     */
    public Uni<Issued> issue(IssueRequest request) {
        return upstream.call(
                () ->
                        RefusalProblem.told(
                                issued(request),
                                ProblemType.MALFORMED,
                                "No message can be made of this request."));
    }

    /** A conflict of any other request is a fault of ours, and no "no". */
    private Uni<Issued> issued(IssueRequest request) {
        Uni<Issued> issued = client.issue(request);
        return request.onlyIfVerifiedBefore()
                ? RefusalProblem.told(
                        issued, ProblemType.CONFLICT, "The number was not verified before.")
                : issued;
    }

    /** Whether a call failed because no message can be made of it. */
    public static boolean isMalformed(Throwable failure) {
        return isRefused(failure, ProblemType.MALFORMED);
    }

    /** Whether a call failed because the number was not verified before: a "no", and no outage. */
    public static boolean isNeverVerified(Throwable failure) {
        return isRefused(failure, ProblemType.CONFLICT);
    }

    /** Whether a call failed because somebody has to wait first: a "no", and no outage. */
    public static boolean isLimit(Throwable failure) {
        return isRefused(failure, ProblemType.TOO_MANY_REQUESTS);
    }

    private static boolean isRefused(Throwable failure, ProblemType type) {
        return failure instanceof ProblemException refused
                && refused.problem().status() == type.status();
    }

    /** Whether there is a verification of this reference. */
    public Uni<Boolean> knows(String reference) {
        return upstream.call(
                () ->
                        client.verification(reference)
                                .replaceWith(true)
                                .onFailure(Otp::isUnknown)
                                .recoverWithItem(false));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof RefusedCallException refused && refused.status() == NOT_FOUND;
    }

    /**
     * Checks a code. Safe to repeat: every try of this attempt has the same id, so that a verdict
     * whose answer was lost is given again, and only one attempt is counted.
     */
    public Uni<Checked> check(PhoneNumber number, String code) {
        CheckRequest attempt = new CheckRequest(number, null, code, UUID.randomUUID().toString());
        return upstream.call(() -> client.check(attempt));
    }

    /** The same for the code of one verification. */
    public Uni<Checked> check(String reference, String code) {
        CheckRequest attempt =
                new CheckRequest(null, reference, code, UUID.randomUUID().toString());
        return upstream.call(() -> client.check(attempt));
    }

    /**
     * The same for an attempt that has a name already.
     *
     * @param attemptId not the caller's to choose
     */
    public Uni<Checked> check(String reference, String code, String attemptId) {
        CheckRequest attempt = new CheckRequest(null, reference, code, attemptId);
        return upstream.call(() -> client.check(attempt));
    }

    /**
     * Sends the same code once more, by the same channel. Safe to repeat: a request with the same
     * key sends one message. Fails with {@link #isNotResent} if there is no such verification or
     * its code is no longer live, and with {@link #isLimit} as with issuing.
     */
    public Uni<Issued> resend(String reference, Idempotency idempotency) {
        ResendRequest request = new ResendRequest(null, idempotency);
        return upstream.call(
                () ->
                        RefusalProblem.told(
                                RefusalProblem.told(
                                        client.resend(reference, request),
                                        ProblemType.NOT_FOUND,
                                        "There is no such verification."),
                                ProblemType.CONFLICT,
                                "The code is no longer live."));
    }

    /** Whether a code was not sent once more because there is none: a "no", and no outage. */
    public static boolean isNotResent(Throwable failure) {
        return isRefused(failure, ProblemType.NOT_FOUND)
                || isRefused(failure, ProblemType.CONFLICT);
    }

    /** How a verification stands; empty if there is none of this reference. */
    public Uni<Optional<Verification>> verification(String reference) {
        return upstream.call(
                () ->
                        client.verification(reference)
                                .map(Optional::of)
                                .onFailure(Otp::isUnknown)
                                .recoverWithItem(Optional.<Verification>empty()));
    }

    /** Ends a code's life now. Safe to repeat. */
    public Uni<Void> expire(String reference) {
        return upstream.call(() -> client.expire(reference)).replaceWithVoid();
    }

    /**
     * Records that the platform found its own code right: whether that could be recorded. It cannot
     * for a code that was made here, nor for a verification that is not known (any more). Safe to
     * repeat.
     */
    public Uni<Boolean> complete(String reference) {
        return upstream.call(
                () ->
                        client.complete(reference)
                                .replaceWith(true)
                                .onFailure(
                                        f ->
                                                isUnknown(f)
                                                        || RefusalProblem.is(
                                                                f, ProblemType.CONFLICT))
                                .recoverWithItem(false));
    }
}
