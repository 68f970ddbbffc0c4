package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.AttemptApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** otp-service over HTTP, by the settings of {@link OtpClient}, asked to forget failures. */
@RegisterRestClient(configKey = "otp")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(ClearingClient.Headers.class)
interface ClearingClient extends AttemptApi {

    /** The headers of an operator's clearing: their token counts no attempt. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.OTP, Scope.ATTEMPTS_CLEAR);
        }
    }
}
