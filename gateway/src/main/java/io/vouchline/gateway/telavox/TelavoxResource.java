package io.vouchline.gateway.telavox;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.CustomerMatch;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The customer behind keypad input or a calling number. Telavox's HTTP-request node has no body:
 * everything travels in the query, with GET as with POST.
 */
@Path("/telavox/customer")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.TELAVOX)
class TelavoxResource {

    private final Lookup lookup;
    private final CurrentRequest current;

    TelavoxResource(Lookup lookup, CurrentRequest current) {
        this.lookup = lookup;
        this.current = current;
    }

    @GET
    @Operation(summary = "Find a customer by account number or telephone number")
    public Uni<TelavoxCustomer> get(
            @Parameter(schema = @Schema(implementation = String.class)) @QueryParam("accountNumber")
                    List<String> accountNumber,
            @Parameter(schema = @Schema(implementation = String.class)) @QueryParam("phoneNumber")
                    List<String> phoneNumber) {
        return customer(accountNumber, phoneNumber).map(TelavoxCustomer::of);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Find a customer by account number or telephone number, with no body")
    public Uni<TelavoxCustomer> post(
            @Parameter(schema = @Schema(implementation = String.class)) @QueryParam("accountNumber")
                    List<String> accountNumber,
            @Parameter(schema = @Schema(implementation = String.class)) @QueryParam("phoneNumber")
                    List<String> phoneNumber) {
        return get(accountNumber, phoneNumber);
    }

    private Uni<CustomerMatch> customer(List<String> accountNumbers, List<String> phoneNumbers) {
        if (accountNumbers.size() + phoneNumbers.size() != 1) {
            throw ProblemType.MALFORMED.exception(
                    "Give accountNumber or phoneNumber, one of the two, once.");
        }
        Client client = current.client();
        return accountNumbers.isEmpty()
                ? lookup.customer(CallingNumber.read(phoneNumbers.getFirst(), client.region()))
                : lookup.customer(
                        KeypadInput.accountNumber(accountNumbers.getFirst(), client.policy()));
    }
}
