package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.lookup.LookupApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** lookup-service over HTTP. */
@RegisterRestClient(configKey = "lookup")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(LookupClient.Headers.class)
interface LookupClient extends LookupApi {

    /** The headers of calls to lookup-service. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.LOOKUP, Scope.CUSTOMERS_READ);
        }
    }
}
