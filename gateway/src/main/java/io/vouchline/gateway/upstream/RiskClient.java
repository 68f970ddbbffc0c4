package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.risk.RiskApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** risk-service over HTTP. */
@RegisterRestClient(configKey = "risk")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(RiskClient.Headers.class)
interface RiskClient extends RiskApi {

    /** The headers of calls to risk-service. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.RISK, Scope.NUMBERS_ASSESS);
        }
    }
}
