package io.vouchline.gateway.telavox;

import io.smallrye.mutiny.Uni;
import io.vouchline.contract.lookup.LookupApi.CustomerMatch;
import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.number.Reading.NoNumber;
import io.vouchline.contract.number.Reading.OneNumber;
import io.vouchline.contract.number.Reading.SeveralNumbers;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * The customer behind keypad input or a calling number. Telavox's HTTP-request node has no body:
 * everything travels in the query, with GET as with POST.
 */
@Path("/telavox/customer")
@Produces(MediaType.APPLICATION_JSON)
@Speaks(Dialect.TELAVOX)
class TelavoxResource {

    private final Lookup lookup;
    private final CurrentRequest current;

    TelavoxResource(Lookup lookup, CurrentRequest current) {
        this.lookup = lookup;
        this.current = current;
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Find a customer by account number or telephone number")
    public Uni<TelavoxCustomer> get(
            @QueryParam("accountNumber") @Nullable String accountNumber,
            @QueryParam("phoneNumber") @Nullable String phoneNumber) {
        return customer(accountNumber, phoneNumber).map(TelavoxCustomer::of);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(summary = "Find a customer by account number or telephone number, with no body")
    public Uni<TelavoxCustomer> post(
            @QueryParam("accountNumber") @Nullable String accountNumber,
            @QueryParam("phoneNumber") @Nullable String phoneNumber) {
        return get(accountNumber, phoneNumber);
    }

    private Uni<CustomerMatch> customer(
            @Nullable String accountNumber, @Nullable String phoneNumber) {
        Client client = current.client();
        if (accountNumber != null && phoneNumber == null) {
            return lookup.customer(KeypadInput.accountNumber(accountNumber, client.policy()));
        }
        if (phoneNumber != null && accountNumber == null) {
            return lookup.customer(number(phoneNumber, client.region()));
        }
        throw ProblemType.MALFORMED.exception("Give accountNumber or phoneNumber, one of the two.");
    }

    /** A "+" that was not encoded arrives as a blank. */
    private static PhoneNumber number(String text, String region) {
        String restored = text.startsWith(" ") ? "+" + text.stripLeading() : text;
        return switch (Notation.EITHER.read(restored, region)) {
            case OneNumber(PhoneNumber number) -> number;
            case SeveralNumbers several ->
                    throw ProblemType.MALFORMED.exception(
                            "phoneNumber stands for two numbers; send it with its country code.");
            case NoNumber none ->
                    throw ProblemType.MALFORMED.exception("phoneNumber is not a telephone number.");
        };
    }
}
