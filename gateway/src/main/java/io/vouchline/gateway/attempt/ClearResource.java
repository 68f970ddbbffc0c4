package io.vouchline.gateway.attempt;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.access.OpenToOperators;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.dialect.WrittenNumber;
import io.vouchline.gateway.upstream.LockedNumbers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Frees a number that is locked, in our own API, for an operator of the institution alone: a
 * platform that could would make the lock worthless.
 */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/attempts/clear")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the annotations that let it in
@Speaks(Dialect.VOUCHLINE)
@OpenToOperators(Scope.ATTEMPTS_CLEAR)
class ClearResource {

    private final LockedNumbers numbers;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    ClearResource(LockedNumbers numbers, CurrentRequest current, CurrentDecision decision) {
        this.numbers = numbers;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Forget a number's failures and lock; for operators only")
    public Uni<Clearance> clear(@NotNull @Valid ClearQuestion question) {
        decision.operation("clear_attempts");
        if (!current.isOperator()) {
            throw ProblemType.FORBIDDEN.exception("Only an operator of the institution may.");
        }
        PhoneNumber number =
                WrittenNumber.read(
                        "phone_number", question.phoneNumber(), current.client().region());
        decision.about(number);
        return current.within(numbers.clear(number))
                .invoke(
                        cleared ->
                                decision.came(
                                        Outcome.CHANGED, cleared ? "cleared" : "nothing_to_clear"))
                .map(Clearance::new);
    }
}
