package io.vouchline.gateway.upstream;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.regex.Pattern;

/** What a service refused, as far as it is for the client to know. */
final class RefusalProblem {

    private static final int TOO_MANY = 429;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private RefusalProblem() {}

    /** 429 is told as it is, with the time to wait; what any other status means the caller says. */
    static RuntimeException of(Response response) {
        if (response.getStatus() != TOO_MANY) {
            return new RefusedCallException(response.getStatus());
        }
        Problem problem =
                ProblemType.TOO_MANY_REQUESTS.because("The number has to wait before it goes on.");
        String wait = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        return wait != null && SECONDS.matcher(wait).matches()
                ? problem.retryAfter(Duration.ofSeconds(Long.parseLong(wait))).exception()
                : problem.exception();
    }

    /** The call, whose refusal with this status is told as a problem of this kind. */
    static <T> Uni<T> told(Uni<T> call, ProblemType type, String detail) {
        return call.onFailure(failure -> is(failure, type)).transform(f -> type.exception(detail));
    }

    /** Whether a service refused a call with this kind's status. */
    static boolean is(Throwable failure, ProblemType type) {
        return failure instanceof RefusedCallException refused && refused.status() == type.status();
    }
}
