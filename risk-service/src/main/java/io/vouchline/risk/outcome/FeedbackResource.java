package io.vouchline.risk.outcome;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.redis.StoreAnswers;
import io.vouchline.contract.risk.FeedbackApi;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Where whoever learns of it tells what became of a number. */
@RolesAllowed(Scope.OUTCOMES_TELL)
class FeedbackResource implements FeedbackApi {

    private final ToldOutcomes outcomes;
    private final StoreAnswers answers;
    private final JsonWebToken token;

    FeedbackResource(ToldOutcomes outcomes, StoreAnswers answers, JsonWebToken token) {
        this.outcomes = outcomes;
        this.answers = answers;
        this.token = token;
    }

    @Override
    public Uni<Counted> tell(Feedback feedback) {
        return answers.told(outcomes.count(Caller.of(token), feedback)).map(Counted::new);
    }
}
