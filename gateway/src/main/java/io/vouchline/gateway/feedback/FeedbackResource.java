package io.vouchline.gateway.feedback;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.contract.risk.FeedbackApi.Counted;
import io.vouchline.contract.risk.FeedbackApi.Feedback;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.dialect.WrittenNumber;
import io.vouchline.gateway.upstream.Outcomes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What platforms learn of numbers, in our own API. */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/feedback")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.VOUCHLINE)
class FeedbackResource {

    private final Outcomes outcomes;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    FeedbackResource(Outcomes outcomes, CurrentRequest current, CurrentDecision decision) {
        this.outcomes = outcomes;
        this.current = current;
        this.decision = decision;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tell what became of a number")
    public Uni<Counted> tell(@NotNull @Valid FeedbackQuestion question) {
        decision.operation("tell_outcome");
        Client client = current.client();
        if (!client.policy().feedback()) {
            throw ProblemType.FORBIDDEN.exception("The client may not tell outcomes.");
        }
        PhoneNumber number =
                WrittenNumber.read("phone_number", question.phoneNumber(), client.region());
        decision.about(number);
        return outcomes.tell(new Feedback(question.id(), number, question.happened()))
                .invoke(_ -> decision.came(Outcome.CHANGED));
    }
}
