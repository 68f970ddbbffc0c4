package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** otp-service over HTTP. */
@RegisterRestClient(configKey = "otp")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(OtpClient.Headers.class)
interface OtpClient extends OtpApi {

    /** The headers of calls to otp-service. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.OTP, Scope.PASSCODES_ISSUE, Scope.PASSCODES_CHECK);
        }
    }
}
