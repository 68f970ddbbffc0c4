package io.vouchline.gateway.decision;

import io.vouchline.contract.problem.Problem;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.access.SelfProving;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last step of a request: its answer gets the correlation id, and what it came to
 * is recorded. What is only read by anybody (documents, public keys) is not, and neither are paths
 * that belong to no dialect.
 */
class DecisionFilter {

    static final String HEADER = "Vouchline-Correlation-Id";

    private static final int FIRST = 0;
    private static final int BEFORE_THE_DIALECT = Priorities.USER + 1_000;
    private static final int LAST = 0;

    private static final String BEGUN = "io.vouchline.gateway.decision.begun";
    private static final String RESOURCE = "io.vouchline.gateway.decision.resource";
    private static final String PROBLEM = "io.vouchline.gateway.decision.problem";

    private static final String CALLBACK = "callback";
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final Recorder recorder;
    private final CurrentDecision decision;
    private final CurrentRequest current;

    DecisionFilter(Recorder recorder, CurrentDecision decision, CurrentRequest current) {
        this.recorder = recorder;
        this.decision = decision;
        this.current = current;
    }

    @ServerRequestFilter(preMatching = true, priority = FIRST)
    void begin(ContainerRequestContext request) {
        request.setProperty(BEGUN, System.nanoTime());
    }

    /**
     * Before anybody is refused: in the end a request that matched nothing looks like any other.
     */
    @ServerRequestFilter(priority = FIRST)
    void match(ContainerRequestContext request, SimpleResourceInfo resource) {
        request.setProperty(RESOURCE, resource.getResourceClass());
    }

    @ServerResponseFilter(priority = BEFORE_THE_DIALECT)
    void note(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem) {
            request.setProperty(PROBLEM, problem);
        }
    }

    @ServerResponseFilter(priority = LAST)
    void record(ContainerRequestContext request, ContainerResponseContext response) {
        String correlationId = CorrelationId.current();
        response.getHeaders().putSingle(HEADER, correlationId);
        @Nullable Class<?> resource = (Class<?>) request.getProperty(RESOURCE);
        Optional<String> dialect =
                resource == null
                        ? Dialect.ofPath(request.getUriInfo().getPath()).map(DecisionFilter::label)
                        : door(resource, request.getMethod());
        dialect.ifPresent(
                name ->
                        recorder.record(
                                new Decided(
                                        current.known(),
                                        current.isOperator(),
                                        name,
                                        resource == null ? Decided.OTHER : name(resource),
                                        decision,
                                        Optional.ofNullable((Problem) request.getProperty(PROBLEM)),
                                        response.getStatus(),
                                        correlationId,
                                        since(request))));
    }

    private static Optional<String> door(Class<?> resource, String method) {
        Speaks speaks = resource.getAnnotation(Speaks.class);
        if (speaks != null) {
            return Optional.of(label(speaks.value()));
        }
        if (resource.isAnnotationPresent(SelfProving.class)) {
            return Optional.of(CALLBACK);
        }
        return method.equals("GET") || method.equals("HEAD")
                ? Optional.empty()
                : Optional.of(label(Dialect.VOUCHLINE));
    }

    private static String label(Dialect dialect) {
        return dialect.name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@code ClearResource} is {@code clear}, {@code TelavoxListResource} is {@code telavox_list}.
     */
    private static String name(Class<?> resource) {
        String name =
                resource.getSimpleName().replaceAll("(Resource)?(_Subclass|_ClientProxy)?$", "");
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static Duration since(ContainerRequestContext request) {
        return request.getProperty(BEGUN) instanceof Long begun
                ? Duration.ofNanos(System.nanoTime() - begun)
                : Duration.ZERO;
    }
}
