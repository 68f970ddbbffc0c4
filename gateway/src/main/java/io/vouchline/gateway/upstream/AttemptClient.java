package io.vouchline.gateway.upstream;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.AttemptApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** otp-service over HTTP, by the settings of {@link OtpClient}, asked to count attempts. */
@RegisterRestClient(configKey = "otp")
@RegisterClientHeaders(AttemptClient.Headers.class)
interface AttemptClient extends AttemptApi {

    /** The status, and how long to wait if there have been too many. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusalProblem.of(response);
    }

    /** The headers of attempts: their token forgets no failure. */
    @Singleton
    class Headers extends CallHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.OTP, Scope.ATTEMPTS_COUNT);
        }
    }
}
