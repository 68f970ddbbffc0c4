package io.vouchline.gateway.token;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Tokens for an id and a secret: OAuth 2.0 client credentials (RFC 6749 section 4.4). */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
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
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, byte[] form) {
        if (!accounts.areServed()) {
            throw ProblemType.NOT_FOUND.exception("No tokens are given here.");
        }
        return Uni.createFrom()
                .item(
                        () ->
                                TokenQuestion.read(
                                        Optional.ofNullable(authorization), parameters(form)))
                .map(grants::grant)
                .map(answer -> noStore(200, answer))
                .onFailure(TokenProblem.class)
                .recoverWithUni(this::refused);
    }

    /** Decoded here: what the framework cannot decode it answers with 500. */
    private static Map<String, List<String>> parameters(byte[] form) {
        Map<String, List<String>> parameters = new HashMap<>();
        try {
            for (String pair : new String(form, UTF_8).split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                boolean _ =
                        parameters
                                .computeIfAbsent(
                                        URLDecoder.decode(name, UTF_8), _ -> new ArrayList<>())
                                .add(URLDecoder.decode(value, UTF_8));
            }
        } catch (IllegalArgumentException e) {
            throw TokenProblem.invalidRequest("The form cannot be decoded.");
        }
        return parameters;
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
