package io.vouchline.otp.delivery;

import io.vouchline.otp.delivery.DeliveryChannel.NotSentException;
import io.vouchline.otp.delivery.DeliveryChannel.RefusedException;
import io.vouchline.otp.delivery.DeliveryChannel.UncertainException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** What it means that the receiver of webhooks answered with anything but 2xx. */
final class WebhookRefusalMapper implements ResponseExceptionMapper<RuntimeException> {

    private static final int AFTER_SUCCESS = 300;
    private static final int OF_THE_RECEIVER = 500;

    /** Also a redirection is a refusal: none is followed. */
    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= AFTER_SUCCESS;
    }

    @Override
    public RuntimeException toThrowable(Response refusal) {
        int status = refusal.getStatus();
        String told = "the receiver answered " + status;
        if (status == Response.Status.TOO_MANY_REQUESTS.getStatusCode()
                || status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            return new NotSentException(told);
        }
        return status < OF_THE_RECEIVER ? new RefusedException(told) : new UncertainException(told);
    }
}
