package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.SecurityKeyApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** otp-service over HTTP, by the settings of {@link OtpClient}, asked for security keys. */
@RegisterRestClient(configKey = "otp")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(SecurityKeyClient.Headers.class)
interface SecurityKeyClient extends SecurityKeyApi {

    /** The headers of calls for security keys: their token issues and checks no code. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(
                    tokens,
                    current,
                    Audience.OTP,
                    Scope.SECURITY_KEYS_MAKE,
                    Scope.SECURITY_KEYS_CHECK);
        }
    }
}
