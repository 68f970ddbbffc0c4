package io.vouchline.contract.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * OPTIONS would be answered by the framework to anybody, with nothing in it; HEAD would do what GET
 * does, for an answer that nobody sees. Nobody needs them.
 */
final class MethodFilter {

    @ServerRequestFilter(preMatching = true)
    void refuse(ContainerRequestContext request) {
        String method = request.getMethod();
        if (method.equals("OPTIONS") || method.equals("HEAD")) {
            throw ProblemType.METHOD_NOT_ALLOWED.exception(method + " is not answered here.");
        }
    }
}
