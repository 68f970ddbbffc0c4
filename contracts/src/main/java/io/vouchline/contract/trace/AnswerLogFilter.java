package io.vouchline.contract.trace;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Tells of every answer which method gave it and with which status, at level DEBUG in the category
 * {@code io.vouchline.answer}: with the trace's id, which every line has, a request is followed
 * from service to service. Nothing of the request itself is told, not even its path.
 */
final class AnswerLogFilter {

    private static final Logger LOGGER = Logger.getLogger("io.vouchline.answer");
    private static final String RESOURCE = AnswerLogFilter.class.getName();

    @ServerRequestFilter(priority = 0)
    void match(ContainerRequestContext request, SimpleResourceInfo resource) {
        if (LOGGER.isDebugEnabled()) {
            request.setProperty(
                    RESOURCE,
                    resource.getResourceClass().getSimpleName() + "." + resource.getMethodName());
        }
    }

    @ServerResponseFilter(priority = 0)
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(RESOURCE) instanceof String resource) {
            LOGGER.debugf("%s answers %d", resource, response.getStatus());
        }
    }
}
