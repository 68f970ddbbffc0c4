package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.otp.AttemptApi.Attempt;
import io.vouchline.contract.otp.AttemptApi.AttemptState;
import io.vouchline.contract.otp.AttemptApi.Settlement;
import io.vouchline.contract.otp.AttemptApi.Standing;
import io.vouchline.contract.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The one failure counter of a number, for what is checked elsewhere. Down: 503. */
@ApplicationScoped
public class Attempts {

    private final AttemptClient client;
    private final Upstream upstream;

    Attempts(@RestClient AttemptClient client, UpstreamConfig config) {
        this.client = client;
        this.upstream = new Upstream("otp-service (attempts)", config.otp());
    }

    /** Counts a failure ahead; RESERVED or LOCKED. Safe to repeat with the same id. */
    public Uni<AttemptState> reserve(PhoneNumber number, String attemptId) {
        return upstream.call(() -> client.reserve(new Attempt(number, attemptId)))
                .map(Standing::state);
    }

    /** Lets the failure that was counted ahead stand; if it was forgotten already, that is well. */
    public Uni<Void> fail(PhoneNumber number, String attemptId) {
        return settle(new Settlement(number, attemptId, false));
    }

    /**
     * Takes back the failure that was counted ahead, and no other; if it was forgotten, as well.
     */
    public Uni<Void> pass(PhoneNumber number, String attemptId) {
        return settle(new Settlement(number, attemptId, true));
    }

    private Uni<Void> settle(Settlement settlement) {
        return upstream.call(
                () ->
                        client.settle(settlement)
                                .replaceWithVoid()
                                .onFailure(f -> RefusalProblem.is(f, ProblemType.CONFLICT))
                                .recoverWithNull());
    }
}
