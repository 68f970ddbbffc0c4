package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemType;

/** What a service refused, as far as it is for the client to know. */
final class RefusalProblem {

    private RefusalProblem() {}

    /** The call, whose refusal with this status is told as a problem of this kind. */
    static <T> Uni<T> told(Uni<T> call, ProblemType type, String detail) {
        return call.onFailure(failure -> is(failure, type)).transform(f -> type.exception(detail));
    }

    /** Whether a service refused a call with this kind's status. */
    static boolean is(Throwable failure, ProblemType type) {
        return failure instanceof RefusedCallException refused && refused.status() == type.status();
    }
}
