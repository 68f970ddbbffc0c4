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

/** otp-service over HTTP, by the settings of {@link OtpClient}, handed what the app has signed. */
@RegisterRestClient(configKey = "otp")
@RegisterClientHeaders(PushAnswerClient.Headers.class)
interface PushAnswerClient extends PushApi {

    /** The status, and how long to wait if there have been too many. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusalProblem.of(response);
    }

    /** The headers of the app's answers: their token names no tenant, and asks for no approval. */
    @Singleton
    class Headers extends SelfProvingHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.OTP, Scope.PUSHES_ANSWER);
        }
    }
}
