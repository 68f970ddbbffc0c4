package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.PushApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** otp-service over HTTP, by the settings of {@link OtpClient}, handed what the app has signed. */
@RegisterRestClient(configKey = "otp")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(PushAnswerClient.Headers.class)
interface PushAnswerClient extends PushApi {

    /** The headers of the app's answers: their token names no tenant, and asks for no approval. */
    @Singleton
    class Headers extends SelfProvingHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.OTP, Scope.PUSHES_ANSWER);
        }
    }
}
