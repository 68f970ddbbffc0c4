package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.lookup.AuthenticatorApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** lookup-service over HTTP, by the settings of {@link LookupClient}, asked for authenticators. */
@RegisterRestClient(configKey = "lookup")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(AuthenticatorClient.Headers.class)
interface AuthenticatorClient extends AuthenticatorApi {

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
