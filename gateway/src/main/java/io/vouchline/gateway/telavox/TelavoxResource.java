package io.vouchline.gateway.telavox;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.CustomerMatch;
import io.vouchline.gateway.access.AccessConfig.PolicyConfig;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.call.Ties;
import io.vouchline.gateway.call.Variable;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.decision.Outcome;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import io.vouchline.gateway.upstream.Lookup;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * The customer behind keypad input or a calling number, who is also tied to the call, for its
 * agent. Telavox's HTTP-request node has no body: everything travels in the query, with GET as with
 * POST.
 */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/telavox/customer")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.TELAVOX)
class TelavoxResource {

    private final Lookup lookup;
    private final Ties ties;
    private final ObjectMapper mapper;
    private final CurrentRequest current;
    private final CurrentDecision decision;

    TelavoxResource(
            Lookup lookup,
            Ties ties,
            ObjectMapper mapper,
            CurrentRequest current,
            CurrentDecision decision) {
        this.lookup = lookup;
        this.ties = ties;
        this.mapper = mapper;
        this.current = current;
        this.decision = decision;
    }

    @GET
    @Operation(summary = "Find a customer by account number or telephone number")
    public Uni<RestResponse<TelavoxCustomer>> get(
            @Parameter(schema = @Schema(implementation = String.class))
                    @QueryParam(CustomerQuery.ACCOUNT_NUMBER)
                    List<String> accountNumber,
            @Parameter(schema = @Schema(implementation = String.class))
                    @QueryParam(CallingNumber.PARAMETER)
                    List<String> phoneNumber,
            @Parameter(schema = @Schema(implementation = String.class))
                    @QueryParam(CustomerQuery.CALL_ID)
                    List<String> callId,
            @Parameter(schema = @Schema(implementation = String.class))
                    @QueryParam(CustomerQuery.CALLER)
                    List<String> caller) {
        decision.operation("customer");
        Client client = current.client();
        CustomerQuery query =
                CustomerQuery.read(accountNumber, phoneNumber, callId, caller, client);
        if (query.hint().caller() != null) {
            decision.about(query.hint().caller());
        }
        return customer(query)
                .map(TelavoxCustomer::of)
                .call(answer -> ties.tie(client.tenant(), query.hint(), variables(query, answer)))
                .invoke(answer -> decision.came(outcome(answer)))
                .map(this::told);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Find a customer by account number or telephone number, with no body")
    public Uni<RestResponse<TelavoxCustomer>> post(
            @Parameter(schema = @Schema(implementation = String.class))
                    @QueryParam(CustomerQuery.ACCOUNT_NUMBER)
                    List<String> accountNumber,
            @Parameter(schema = @Schema(implementation = String.class))
                    @QueryParam(CallingNumber.PARAMETER)
                    List<String> phoneNumber,
            @Parameter(schema = @Schema(implementation = String.class))
                    @QueryParam(CustomerQuery.CALL_ID)
                    List<String> callId,
            @Parameter(schema = @Schema(implementation = String.class))
                    @QueryParam(CustomerQuery.CALLER)
                    List<String> caller) {
        return get(accountNumber, phoneNumber, callId, caller);
    }

    private Uni<CustomerMatch> customer(CustomerQuery query) {
        if (query.account() != null) {
            return lookup.customer(query.account());
        }
        return lookup.customer(requireNonNull(query.number()));
    }

    private List<Variable> variables(CustomerQuery query, TelavoxCustomer answer) {
        PolicyConfig policy = current.client().policy();
        List<Variable> variables = new ArrayList<>();
        if (query.account() != null) {
            variables.add(
                    new Variable(
                            Variable.Slot.KEYPAD,
                            policy.keypadVariable(),
                            TextNode.valueOf(PaymentCard.shown(query.account()))));
        }
        variables.add(
                new Variable(
                        Variable.Slot.CUSTOMER,
                        policy.customerVariable(),
                        mapper.valueToTree(answer)));
        return variables;
    }

    private RestResponse<TelavoxCustomer> told(TelavoxCustomer answer) {
        boolean missing = !answer.found() && current.client().policy().unknownCustomerIsNotFound();
        return RestResponse.status(missing ? Status.NOT_FOUND : Status.OK, answer);
    }

    private static Outcome outcome(TelavoxCustomer answer) {
        return switch (answer.outcome()) {
            case "single" -> Outcome.FOUND;
            case "multiple" -> Outcome.AMBIGUOUS;
            default -> Outcome.NOT_FOUND;
        };
    }
}
