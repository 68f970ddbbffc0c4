package io.vouchline.gateway.upstream;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.lookup.AuthenticatorApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** lookup-service over HTTP, by the settings of {@link LookupClient}, asked for authenticators. */
@RegisterRestClient(configKey = "lookup")
@RegisterClientHeaders(AuthenticatorClient.Headers.class)
interface AuthenticatorClient extends AuthenticatorApi {

    /** The status, and how long to wait if there have been too many. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusalProblem.of(response);
    }

    /** The headers of calls for authenticators: their token reads no customer. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(
                    tokens,
                    current,
                    Audience.LOOKUP,
                    Scope.AUTHENTICATORS_READ,
                    Scope.AUTHENTICATORS_WRITE);
        }
    }
}
