package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.risk.FeedbackApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** risk-service over HTTP, by the settings of {@link RiskClient}, told what became of numbers. */
@RegisterRestClient(configKey = "risk")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(FeedbackClient.Headers.class)
interface FeedbackClient extends FeedbackApi {

    /** The headers of feedback: their token assesses no number. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.RISK, Scope.OUTCOMES_TELL);
        }
    }
}
