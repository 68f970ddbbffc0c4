package io.vouchline.contract.problem;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** A problem document as an HTTP answer: its status and media type. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    /** The answer; with {@code Retry-After} if the problem names a time. */
    public static RestResponse<Problem> of(Problem problem) {
        return builder(problem).build();
    }

    static RestResponse.ResponseBuilder<Problem> builder(Problem problem) {
        RestResponse.ResponseBuilder<Problem> answer =
                RestResponse.ResponseBuilder.<Problem>create(problem.status())
                        .entity(problem)
                        .type(Problem.MEDIA_TYPE);
        Long wait = problem.retryAfterSeconds();
        return wait == null ? answer : answer.header(HttpHeaders.RETRY_AFTER, wait);
    }
}
