package io.vouchline.otp.attempt;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.AttemptApi;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.redis.StoreAnswers;
import io.vouchline.otp.attempt.AttemptStore.Ending;
import io.vouchline.otp.attempt.AttemptStore.Reservation;
import io.vouchline.otp.attempt.AttemptStore.Verdict;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The door for proofs that are checked elsewhere. */
class AttemptResource implements AttemptApi {

    private final Attempts attempts;
    private final JsonWebToken token;
    private final StoreAnswers answers;

    AttemptResource(Attempts attempts, JsonWebToken token, StoreAnswers answers) {
        this.attempts = attempts;
        this.token = token;
        this.answers = answers;
    }

    @Override
    @RolesAllowed(Scope.ATTEMPTS_COUNT)
    public Uni<Standing> reserve(Attempt attempt) {
        return answers.told(attempts.reserve(tenant(), attempt.number(), attempt.attemptId()))
                .map(reservation -> new Standing(reservation.state()));
    }

    @Override
    @RolesAllowed(Scope.ATTEMPTS_COUNT)
    public Uni<Standing> settle(Settlement settlement) {
        AttemptState wanted = settlement.passed() ? AttemptState.PASSED : AttemptState.FAILED;
        Ending ending = new Ending(settlement.passed() ? Verdict.PASSED : Verdict.FAILED, "");
        return answers.told(
                        attempts.settle(
                                tenant(), settlement.number(), settlement.attemptId(), ending))
                .map(settled -> demanded(wanted, settled));
    }

    private static Standing demanded(AttemptState wanted, Optional<Reservation> settled) {
        AttemptState state =
                settled.map(Reservation::state)
                        .orElseThrow(
                                () ->
                                        ProblemType.CONFLICT.exception(
                                                "There is no such reservation (any more)."));
        if (state != wanted) {
            throw ProblemType.CONFLICT.exception("The attempt was settled otherwise.");
        }
        return new Standing(state);
    }

    @Override
    @RolesAllowed(Scope.ATTEMPTS_CLEAR)
    public Uni<Cleared> clear(Owner owner) {
        return answers.told(attempts.clear(tenant(), owner.number())).map(Cleared::new);
    }

    private String tenant() {
        return Caller.of(token).tenant();
    }
}
