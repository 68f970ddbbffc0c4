package io.vouchline.gateway.access;

import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Lets a client in, before anything of the body is read. It looks at the resource that was matched,
 * not at the path, so that no spelling of a path leads around it; a resource that names no dialect
 * and is not {@link SelfProving} lets nobody in. An unknown client and a wrong key get the same
 * answer.
 */
public class AccessFilter {

    /** A Dialogflow webhook is cut at 5 s: the whole chain answers within 4 s, retries included. */
    public static final Duration BUDGET = Duration.ofSeconds(4);

    private final Clients clients;
    private final Operators operators;
    private final CurrentRequest current;
    private final InstantSource clock = InstantSource.system();

    AccessFilter(Clients clients, Operators operators, CurrentRequest current) {
        this.clients = clients;
        this.operators = operators;
        this.current = current;
    }

    @ServerRequestFilter
    @Priority(Priorities.AUTHENTICATION)
    void admit(ContainerRequestContext request, SimpleResourceInfo resource) {
        Speaks speaks = resource.getResourceClass().getAnnotation(Speaks.class);
        if (speaks == null) {
            admitSelfProving(resource);
            return;
        }
        Optional<Client> operator = operator(request, resource);
        if (operator.isPresent()) {
            current.beginOperator(operator.get(), Deadline.in(BUDGET, clock));
            return;
        }
        Client client =
                presented(request)
                        .orElseThrow(
                                () ->
                                        ProblemType.UNAUTHENTICATED.exception(
                                                "Send the client's credential."));
        if (!client.dialects().contains(speaks.value())) {
            throw ProblemType.FORBIDDEN.exception("The client may not use this dialect.");
        }
        current.begin(client, Deadline.in(BUDGET, clock));
    }

    /**
     * What it proves, the service behind decides: here it only gets so much time, and no client.
     */
    private void admitSelfProving(SimpleResourceInfo resource) {
        if (!resource.getResourceClass().isAnnotationPresent(SelfProving.class)) {
            throw ProblemType.FORBIDDEN.exception("Nobody may call this.");
        }
        current.beginSelfProving(Deadline.in(BUDGET, clock));
    }

    /** A client's key goes first: with one, a token beside it makes nobody an operator. */
    private Optional<Client> operator(
            ContainerRequestContext request, SimpleResourceInfo resource) {
        OpenToOperators open = resource.getResourceClass().getAnnotation(OpenToOperators.class);
        boolean keyed =
                clients.headers().stream().anyMatch(name -> request.getHeaderString(name) != null);
        return open == null || keyed
                ? Optional.empty()
                : Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                        .flatMap(Operators::bearer)
                        .map(token -> operators.admitted(token, open.value()));
    }

    private Optional<Client> presented(ContainerRequestContext request) {
        for (String header : clients.headers()) {
            String key = request.getHeaderString(header);
            if (key != null) {
                return clients.byHeader(header, key);
            }
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        return Optional.ofNullable(authorization)
                .flatMap(Presented::read)
                .flatMap(basic -> clients.byCustomerId(basic.user(), basic.password()));
    }
}
