package io.vouchline.gateway.limit;

import io.vouchline.contract.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses requests with too many header fields. Their bytes together the server itself limits. */
class HeaderCountFilter {

    private final int most;

    HeaderCountFilter(LimitConfig config) {
        this.most = config.headers();
    }

    @ServerRequestFilter(preMatching = true)
    void count(ContainerRequestContext request) {
        long fields =
                request.getHeaders().values().stream().mapToLong(values -> values.size()).sum();
        if (fields > most) {
            throw ProblemType.MALFORMED.exception(
                    "A request has at most %d header fields.".formatted(most));
        }
    }
}
