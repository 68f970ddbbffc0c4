package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.NoticeApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** otp-service over HTTP, where {@link OtpClient} finds it, but with more time for an answer. */
@RegisterRestClient(configKey = "notices")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(NoticeClient.Headers.class)
interface NoticeClient extends NoticeApi {

    /** The headers of notices: their token issues and checks no code. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.OTP, Scope.NOTICES_SEND);
        }
    }
}
