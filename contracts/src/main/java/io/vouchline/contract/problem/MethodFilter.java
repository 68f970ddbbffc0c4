package io.vouchline.contract.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** OPTIONS would be answered by the framework to anybody, with nothing in it: nobody needs it. */
final class MethodFilter {

    @ServerRequestFilter(preMatching = true)
    void refuseOptions(ContainerRequestContext request) {
        if (request.getMethod().equals("OPTIONS")) {
            throw ProblemType.METHOD_NOT_ALLOWED.exception("OPTIONS is not answered here.");
        }
    }
}
