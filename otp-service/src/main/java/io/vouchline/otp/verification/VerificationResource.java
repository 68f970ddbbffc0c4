package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.CurrentDeadline;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.otp.verification.VerificationStore.LateIssueException;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** The door for issuing and checking codes. */
class VerificationResource implements OtpApi {

    private static final Logger LOGGER = Logger.getLogger(VerificationResource.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Verifications verifications;
    private final JsonWebToken token;
    private final CurrentDeadline deadline;

    VerificationResource(
            Verifications verifications, JsonWebToken token, CurrentDeadline deadline) {
        this.verifications = verifications;
        this.token = token;
        this.deadline = deadline;
    }

    @Override
    @RolesAllowed(Scope.PASSCODES_ISSUE)
    public Uni<Issued> issue(IssueRequest request) {
        return told(verifications.issue(Caller.of(token), request));
    }

    @Override
    @RolesAllowed(Scope.PASSCODES_CHECK)
    public Uni<Checked> check(CheckRequest request) {
        PhoneNumber number = request.number();
        String reference = request.reference();
        Caller caller = Caller.of(token);
        if (number != null && reference == null) {
            return told(verifications.check(caller, number, request.code()).map(Checked::new));
        }
        if (reference != null && number == null) {
            return told(verifications.check(caller, reference, request.code()).map(Checked::new));
        }
        throw ProblemType.MALFORMED.exception("Give number or reference, one of the two.");
    }

    @Override
    @RolesAllowed(Scope.PASSCODES_CHECK)
    public Uni<Verification> verification(String reference) {
        return told(verifications.find(Caller.of(token), reference))
                .map(
                        found ->
                                found.orElseThrow(
                                        () ->
                                                ProblemType.NOT_FOUND.exception(
                                                        "There is no such verification.")));
    }

    /** A store that does not answer means "not verified", never "verified". */
    private <T> Uni<T> told(Uni<T> answer) {
        return answer.ifNoItem()
                .after(deadline.remaining().plusMillis(1))
                .fail()
                .onFailure(LateIssueException.class)
                .transform(
                        late ->
                                ProblemType.DEADLINE_PASSED.exception(
                                        "The caller no longer waits."))
                .onFailure(VerificationResource::isOfTheStore)
                .invoke(failure -> LOGGER.errorf("the verification store failed: %s", failure))
                .onFailure(VerificationResource::isOfTheStore)
                .transform(
                        failure ->
                                ProblemType.UNAVAILABLE
                                        .because("The verification store does not answer.")
                                        .retryAfter(RETRY_AFTER)
                                        .exception());
    }

    /** A mistake of ours is told as one: waiting would not mend it. */
    private static boolean isOfTheStore(Throwable failure) {
        return !(failure instanceof ProblemException
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException);
    }
}
