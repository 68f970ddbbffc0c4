package io.vouchline.otp.push;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Caller;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.PushApi;
import io.vouchline.contract.redis.StoreAnswers;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The door for approvals in the institution's app. */
class PushResource implements PushApi {

    private final Pushes pushes;
    private final AppAnswers appAnswers;
    private final JsonWebToken token;
    private final StoreAnswers answers;

    PushResource(Pushes pushes, AppAnswers appAnswers, JsonWebToken token, StoreAnswers answers) {
        this.pushes = pushes;
        this.appAnswers = appAnswers;
        this.token = token;
        this.answers = answers;
    }

    @Override
    @RolesAllowed(Scope.PUSHES_SEND)
    public Uni<Pushed> send(PushRequest request) {
        return answers.told(pushes.send(Caller.of(token), request));
    }

    /** The token names no tenant: the answer's own signature does. */
    @Override
    @RolesAllowed(Scope.PUSHES_ANSWER)
    public Uni<Answered> answer(SignedAnswer answer) {
        return answers.told(appAnswers.take(answer)).map(Answered::new);
    }
}
