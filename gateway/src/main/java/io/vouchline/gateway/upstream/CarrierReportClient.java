package io.vouchline.gateway.upstream;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.CarrierApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * otp-service over HTTP, by the settings of {@link OtpClient}, handed what the carrier has signed.
 */
@RegisterRestClient(configKey = "otp")
@RegisterClientHeaders(CarrierReportClient.Headers.class)
interface CarrierReportClient extends CarrierApi {

    /** The status, and how long to wait if there have been too many. */
    @ClientExceptionMapper
    static RuntimeException refused(Response response) {
        return RefusalProblem.of(response);
    }

    /** The headers of the carrier's reports: their token names no tenant. */
    @Singleton
    class Headers extends SelfProvingHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.OTP, Scope.CARRIER_REPORT);
        }
    }
}
