package io.vouchline.gateway.upstream;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.SecurityKeyApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** otp-service over HTTP, by the settings of {@link OtpClient}, asked for security keys. */
@RegisterRestClient(configKey = "otp")
@RegisterClientHeaders(SecurityKeyClient.Headers.class)
interface SecurityKeyClient extends SecurityKeyApi {

    /** The status, and how long to wait if there have been too many. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusalProblem.of(response);
    }

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
