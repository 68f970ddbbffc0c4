package io.vouchline.gateway.session;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.otp.OtpApi.CodeState;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.authenticator.ShownKeys;
import io.vouchline.gateway.conversation.Result;
import io.vouchline.gateway.conversation.Result.Asked;
import io.vouchline.gateway.conversation.Result.Checked;
import io.vouchline.gateway.conversation.Result.NotSent;
import io.vouchline.gateway.conversation.Result.Verdict;
import io.vouchline.gateway.push.Approvals;
import io.vouchline.gateway.upstream.Otp;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** The second factor: what an authenticator shows, or approval in the institution's app. */
@Singleton
class FactorErrands {

    private static final Pattern KEY = Pattern.compile("[0-9]{6,8}");

    private final ShownKeys keys;
    private final Approvals approvals;

    FactorErrands(ShownKeys keys, Approvals approvals) {
        this.keys = keys;
        this.approvals = approvals;
    }

    /** What has not the digits of a key was never compared, and is no attempt. */
    Uni<Result> check(Assignment assignment, String key) {
        if (!KEY.matcher(key).matches()) {
            return Uni.createFrom().item(() -> Checked.of(Verdict.WRONG));
        }
        return keys.check(assignment.number(), assignment.subject(), key, assignment.id())
                .map(FactorErrands::keyVerdict)
                .onFailure(Otp::isLimit)
                .recoverWithItem(Verdict.LOCKED)
                .map(Checked::of);
    }

    Uni<Result> ask(Assignment assignment) {
        return approvals
                .ask(assignment.client(), assignment.number(), null, assignment.once())
                .<Result>map(pushed -> new Asked(pushed.reference(), pushed.match()))
                .onFailure(failure -> is(failure, ProblemType.CONFLICT) || Otp.isLimit(failure))
                .recoverWithItem(NotSent::new);
    }

    Uni<Result> read(String reference) {
        return approvals
                .state(reference)
                .map(FactorErrands::approvalVerdict)
                .onFailure(failure -> is(failure, ProblemType.NOT_FOUND))
                .recoverWithItem(Verdict.EXPIRED)
                .map(Checked::of);
    }

    private static boolean is(Throwable failure, ProblemType type) {
        return failure instanceof ProblemException refused
                && refused.problem().status() == type.status();
    }

    private static Verdict keyVerdict(CodeState state) {
        return switch (state) {
            case VALID -> Verdict.RIGHT;
            case MAX_ATTEMPTS_EXCEEDED -> Verdict.LOCKED;
            case INVALID, UNKNOWN, EXPIRED -> Verdict.WRONG;
        };
    }

    private static Verdict approvalVerdict(CodeState state) {
        return switch (state) {
            case UNKNOWN -> Verdict.PENDING;
            case VALID -> Verdict.RIGHT;
            case EXPIRED -> Verdict.EXPIRED;
            case INVALID, MAX_ATTEMPTS_EXCEEDED -> Verdict.WRONG;
        };
    }
}
