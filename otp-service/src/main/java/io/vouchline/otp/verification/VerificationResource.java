package io.vouchline.otp.verification;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.redis.StoreAnswers;
import io.vouchline.otp.verification.VerificationStore.Ending;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The door for the life of a code. */
class VerificationResource implements OtpApi {

    private final Verifications verifications;
    private final JsonWebToken token;
    private final StoreAnswers answers;

    VerificationResource(Verifications verifications, JsonWebToken token, StoreAnswers answers) {
        this.verifications = verifications;
        this.token = token;
        this.answers = answers;
    }

    @Override
    @RolesAllowed(Scope.PASSCODES_ISSUE)
    public Uni<Issued> issue(IssueRequest request) {
        return answers.told(verifications.issue(Caller.of(token), request));
    }

    @Override
    @RolesAllowed(Scope.PASSCODES_CHECK)
    public Uni<Checked> check(CheckRequest request) {
        PhoneNumber number = request.number();
        String reference = request.reference();
        Caller caller = Caller.of(token);
        Optional<String> attemptId = Optional.ofNullable(request.attemptId());
        if (number != null && reference == null) {
            return answers.told(verifications.check(caller, number, request.code(), attemptId));
        }
        if (reference != null && number == null) {
            return answers.told(verifications.check(caller, reference, request.code(), attemptId));
        }
        throw ProblemType.MALFORMED.exception("Give number or reference, one of the two.");
    }

    @Override
    @RolesAllowed(Scope.PASSCODES_CHECK)
    public Uni<Verification> verification(String reference) {
        return answers.told(verifications.find(Caller.of(token), reference));
    }

    @Override
    @RolesAllowed(Scope.PASSCODES_ISSUE)
    public Uni<Issued> resend(String reference, ResendRequest request) {
        return answers.told(verifications.resend(Caller.of(token), reference, request));
    }

    @Override
    @RolesAllowed(Scope.PASSCODES_ISSUE)
    public Uni<Verification> expire(String reference) {
        return answers.told(verifications.end(Caller.of(token), reference, Ending.VOID));
    }

    @Override
    @RolesAllowed(Scope.PASSCODES_CHECK)
    public Uni<Verification> complete(String reference) {
        return answers.told(verifications.end(Caller.of(token), reference, Ending.COMPLETED));
    }
}
