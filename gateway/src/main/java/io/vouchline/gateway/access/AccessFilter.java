package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.deadline.Deadline;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Lets a client in, before anything of the body is read: only where the body is signed, it is read
 * for that. It looks at the resource that was matched, not at the path, so that no spelling of a
 * path leads around it; a resource that names no dialect and is neither {@link SelfProving} nor
 * {@link OpenToAll} lets nobody in. An unknown client and a wrong key get the same answer.
 */
public class AccessFilter {

    /** A Dialogflow webhook is cut at 5 s: the whole chain answers within 4 s, retries included. */
    public static final Duration BUDGET = Duration.ofSeconds(4);

    private final Clients clients;
    private final Operators operators;
    private final Schemes schemes;
    private final TrustedProxies proxies;
    private final Refusals refusals;
    private final CurrentRequest current;
    private final CurrentSource source;
    private final CurrentRefusal refusal;
    private final InstantSource clock = InstantSource.system();

    AccessFilter(
            Clients clients,
            Operators operators,
            Schemes schemes,
            TrustedProxies proxies,
            Refusals refusals,
            CurrentRequest current,
            CurrentSource source,
            CurrentRefusal refusal) {
        this.clients = clients;
        this.operators = operators;
        this.schemes = schemes;
        this.proxies = proxies;
        this.refusals = refusals;
        this.current = current;
        this.source = source;
        this.refusal = refusal;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Uni<Void> admit(ContainerRequestContext context, SimpleResourceInfo resource) {
        Deadline deadline = Deadline.in(BUDGET, clock);
        source.is(ReceivedRequest.source(proxies));
        Speaks speaks = resource.getResourceClass().getAnnotation(Speaks.class);
        if (speaks == null) {
            admitAnybody(resource, deadline);
            return Uni.createFrom().voidItem();
        }
        AccessRequest request = new ReceivedRequest(context, speaks.value(), source.address());
        Optional<BearerToken> operator = operatorsToken(request, resource);
        return operator.isPresent()
                ? admitOperator(operator.get(), resource, deadline)
                : admitClient(request, deadline);
    }

    /**
     * What it proves, the resource or a service behind decides: here it only gets so much time, and
     * no client.
     */
    private void admitAnybody(SimpleResourceInfo resource, Deadline deadline) {
        Class<?> type = resource.getResourceClass();
        if (!type.isAnnotationPresent(SelfProving.class)
                && !type.isAnnotationPresent(OpenToAll.class)) {
            throw ProblemType.FORBIDDEN.exception("Nobody may call this.");
        }
        current.beginSelfProving(deadline);
    }

    private Uni<Void> admitClient(AccessRequest request, Deadline deadline) {
        Scheme scheme = schemes.of(request);
        return Uni.createFrom()
                .deferred(() -> scheme.client(request))
                .onFailure(RefusedAccessException.class)
                .recoverWithUni(failure -> refused(failure, scheme.label()))
                .invoke(
                        client -> {
                            if (!client.dialects().contains(request.dialect())) {
                                throw ProblemType.FORBIDDEN.exception(
                                        "The client may not use this dialect.");
                            }
                            current.begin(client, deadline);
                        })
                .replaceWithVoid();
    }

    private Uni<Void> admitOperator(
            BearerToken token, SimpleResourceInfo resource, Deadline deadline) {
        String scope = resource.getResourceClass().getAnnotation(OpenToOperators.class).value();
        return Uni.createFrom()
                .item(() -> operators.admitted(token.text(), scope))
                .onFailure(RefusedAccessException.class)
                .recoverWithUni(failure -> refused(failure, "operator"))
                .invoke(operator -> current.beginOperator(operator, deadline))
                .replaceWithVoid();
    }

    private Uni<Client> refused(Throwable failure, String scheme) {
        refusal.came((RefusedAccessException) failure);
        return refusals.counted(scheme)
                .map(
                        problem -> {
                            throw new ProblemException(problem);
                        });
    }

    /**
     * A client's key goes first: with one, a token beside it makes nobody an operator; and a
     * platform's own token is a key.
     */
    private Optional<BearerToken> operatorsToken(
            AccessRequest request, SimpleResourceInfo resource) {
        boolean open = resource.getResourceClass().isAnnotationPresent(OpenToOperators.class);
        boolean keyed = clients.headers().stream().anyMatch(request.headers()::containsKey);
        return open && !keyed
                ? BearerToken.of(request).filter(token -> !token.type().equals(PlatformTokens.TYPE))
                : Optional.empty();
    }
}
