package io.vouchline.gateway.upstream;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.OtpApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** otp-service over HTTP. */
@RegisterRestClient(configKey = "otp")
@RegisterClientHeaders(OtpClient.Headers.class)
interface OtpClient extends OtpApi {

    /** The status tells enough; the document it comes with is not for the platform. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return new RefusedCallException(response.getStatus());
    }

    /** The headers of calls to otp-service. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.OTP, Scope.PASSCODES_ISSUE, Scope.PASSCODES_CHECK);
        }
    }
}
