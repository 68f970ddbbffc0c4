package io.vouchline.gateway.token;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.Problem;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.OpenToAll;
import io.vouchline.gateway.access.Refusals;
import io.vouchline.gateway.access.TokenAccounts;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Tokens for an id and a secret: OAuth 2.0 client credentials (RFC 6749 section 4.4). */
@Path("/oauth/token")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the access that it names
@OpenToAll
class TokenResource {

    private static final int BAD_REQUEST = 400;

    private final Grants grants;
    private final TokenAccounts accounts;
    private final Refusals refusals;

    TokenResource(Grants grants, TokenAccounts accounts, Refusals refusals) {
        this.grants = grants;
        this.accounts = accounts;
        this.refusals = refusals;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Get a token for a client's or an operator's id and secret")
    public Uni<RestResponse<Object>> token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        if (!accounts.areServed()) {
            throw ProblemType.NOT_FOUND.exception("No tokens are given here.");
        }
        return Uni.createFrom()
                .item(() -> TokenQuestion.read(Optional.ofNullable(authorization), form))
                .map(grants::grant)
                .map(answer -> noStore(200, answer))
                .onFailure(TokenProblem.class)
                .recoverWithUni(this::refused);
    }

    private Uni<RestResponse<Object>> refused(TokenProblem problem) {
        return problem.isOfTheCredential()
                ? refusals.counted("oauth").map(counted -> wait(counted, problem))
                : Uni.createFrom().item(() -> noStore(BAD_REQUEST, problem.told()));
    }

    private static RestResponse<Object> wait(Problem counted, TokenProblem problem) {
        Long seconds = counted.retryAfterSeconds();
        ResponseBuilder<Object> answer = answer(counted.status(), problem.told());
        return seconds == null
                ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, seconds).build();
    }

    private static RestResponse<Object> noStore(int status, Object body) {
        return answer(status, body).build();
    }

    private static ResponseBuilder<Object> answer(int status, Object body) {
        return ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
