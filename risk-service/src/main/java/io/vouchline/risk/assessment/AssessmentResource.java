package io.vouchline.risk.assessment;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.redis.StoreAnswers;
import io.vouchline.contract.risk.RiskApi;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The question whether a number can be trusted. */
@RolesAllowed(Scope.NUMBERS_ASSESS)
class AssessmentResource implements RiskApi {

    private final Assessor assessor;
    private final StoreAnswers answers;
    private final JsonWebToken token;

    AssessmentResource(Assessor assessor, StoreAnswers answers, JsonWebToken token) {
        this.assessor = assessor;
        this.answers = answers;
        this.token = token;
    }

    @Override
    public Uni<Assessment> assess(AssessmentRequest request) {
        return assessor.assess(Caller.of(token), request);
    }

    @Override
    public Uni<Withdrawn> withdraw(Withdrawal withdrawal) {
        return answers.told(assessor.withdraw(Caller.of(token), withdrawal)).map(Withdrawn::new);
    }
}
