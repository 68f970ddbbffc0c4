package io.vouchline.gateway.upstream;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.lookup.ContactChangeApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** lookup-service over HTTP, by the settings of {@link LookupClient}. */
@RegisterRestClient(configKey = "lookup")
@RegisterClientHeaders(ContactChangeClient.Headers.class)
interface ContactChangeClient extends ContactChangeApi {

    /** The status tells enough. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return new RefusedCallException(response.getStatus());
    }

    /** The headers of calls for changes of contacts: their token reads no customer. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.LOOKUP, Scope.CONTACT_CHANGES_TELL);
        }
    }
}
