package io.vouchline.gateway.upstream;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.PushApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** otp-service over HTTP, by the settings of {@link OtpClient}, asked for approvals. */
@RegisterRestClient(configKey = "otp")
@RegisterClientHeaders(PushClient.Headers.class)
interface PushClient extends PushApi {

    /** The status, and how long to wait if there have been too many. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusalProblem.of(response);
    }

    /** The headers of approvals: their token hands over no answer. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.OTP, Scope.PUSHES_SEND);
        }
    }
}
