package io.vouchline.gateway.upstream;

import io.vouchline.contract.identity.Audience;
import io.vouchline.contract.identity.Scope;
import io.vouchline.contract.otp.CarrierApi;
import io.vouchline.gateway.access.CurrentRequest;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * otp-service over HTTP, by the settings of {@link OtpClient}, handed what the carrier has signed.
 */
@RegisterRestClient(configKey = "otp")
@RegisterProvider(RefusedCallMapper.class)
@RegisterClientHeaders(CarrierReportClient.Headers.class)
interface CarrierReportClient extends CarrierApi {

    /** The headers of the carrier's reports: their token names no tenant. */
    @Singleton
    class Headers extends SelfProvingHeaders {

        Headers(InternalTokens tokens, CurrentRequest current) {
            super(tokens, current, Audience.OTP, Scope.CARRIER_REPORT);
        }
    }
}
