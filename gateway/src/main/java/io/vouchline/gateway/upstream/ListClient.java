package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.risk.ListApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** risk-service over HTTP, by the settings of {@link RiskClient}, given entries of lists. */
@RegisterRestClient(configKey = "risk")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(ListClient.Headers.class)
interface ListClient extends ListApi {

    /** The headers of new entries: their token neither reads nor removes one. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.RISK, Scope.LISTS_ADD);
        }
    }
}
