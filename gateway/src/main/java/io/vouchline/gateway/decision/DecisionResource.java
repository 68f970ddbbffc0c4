package io.vouchline.gateway.decision;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.number.NumberHash;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.access.OpenToOperators;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.dialect.WrittenNumber;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * What was decided and why, in our own API, for an operator of the institution alone, and about the
 * institution's own requests. A number travels in a body, so that it stands in no URL.
 */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the annotations that let it in
@Speaks(Dialect.VOUCHLINE)
@OpenToOperators(Scope.DECISIONS_READ)
class DecisionResource {

    /** Reading is recorded too, but does not push out what is read. */
    static final String OPERATION = "read_decisions";

    private static final Logger LOGGER = Logger.getLogger(DecisionResource.class);
    private static final Pattern CORRELATION_ID = Pattern.compile("[0-9a-f]{32}");
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final DecisionStore store;
    private final NumberHash numbers;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    DecisionResource(
            DecisionStore store,
            NumberHash numbers,
            CurrentRequest current,
            CurrentDecision decision) {
        this.store = store;
        this.numbers = numbers;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The last decisions about a number, newest first; for operators only")
    public Uni<Decisions> search(@NotNull @Valid DecisionsQuestion question) {
        Client operator = operator();
        PhoneNumber number =
                WrittenNumber.read("phone_number", question.phoneNumber(), operator.region());
        decision.about(number);
        return told(store.about(operator.tenant(), numbers.of(operator.tenant(), number)));
    }

    @GET
    @Path("{correlation_id}")
    @Operation(summary = "The decisions under a correlation id, newest first; for operators only")
    public Uni<Decisions> under(@PathParam("correlation_id") String correlationId) {
        Client operator = operator();
        if (!CORRELATION_ID.matcher(correlationId).matches()) {
            throw ProblemType.MALFORMED.exception(
                    "A correlation id has 32 hexadecimal digits in lower case.");
        }
        return told(store.under(operator.tenant(), correlationId));
    }

    private Client operator() {
        decision.operation(OPERATION);
        if (!current.isOperator()) {
            throw ProblemType.FORBIDDEN.exception("Only an operator of the institution may.");
        }
        return current.client();
    }

    private Uni<Decisions> told(Uni<List<Decision>> found) {
        return current.within(found)
                .map(Decisions::new)
                .onFailure(failure -> !(failure instanceof ProblemException))
                .invoke(failure -> LOGGER.errorf("decisions cannot be read now: %s", failure))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(
                        failure ->
                                ProblemType.UNAVAILABLE
                                        .because("The store does not answer.")
                                        .retryAfter(RETRY_AFTER)
                                        .exception());
    }
}
