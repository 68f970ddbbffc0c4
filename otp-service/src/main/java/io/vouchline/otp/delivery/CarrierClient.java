package io.vouchline.otp.delivery;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import io.vouchline.otp.delivery.DeliveryChannel.NotSentException;
import io.vouchline.otp.delivery.DeliveryChannel.RefusedException;
import io.vouchline.otp.delivery.DeliveryChannel.UncertainException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The two calls of the Twilio-compatible API that are needed. */
@RegisterRestClient(configKey = "carrier")
@Path("/2010-04-01/Accounts/{account}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
interface CarrierClient {

    /**
     * What a refusal means: only what the carrier has certainly not taken may be tried again, so
     * that nobody is called twice.
     */
    @ClientExceptionMapper
    static RuntimeException meaning(Response refusal) {
        int status = refusal.getStatus();
        String told = "the carrier answered " + status;
        if (status == Response.Status.TOO_MANY_REQUESTS.getStatusCode()
                || status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            return new NotSentException(told);
        }
        return status < 500 ? new RefusedException(told) : new UncertainException(told);
    }

    /**
     * Sends a text message.
     *
     * @param callback where its progress is reported; null for nowhere
     */
    @POST
    @Path("Messages.json")
    Uni<String> message(
            @PathParam("account") String account,
            @HeaderParam("Authorization") String authorization,
            @FormParam("To") String to,
            @FormParam("From") String from,
            @FormParam("Body") String body,
            @FormParam("StatusCallback") @Nullable String callback);

    /**
     * Places a call that speaks inline TwiML.
     *
     * @param callback where these events of it are reported; null for nowhere
     */
    @POST
    @Path("Calls.json")
    Uni<String> call(
            @PathParam("account") String account,
            @HeaderParam("Authorization") String authorization,
            @FormParam("To") String to,
            @FormParam("From") String from,
            @FormParam("Twiml") String twiml,
            @FormParam("StatusCallback") @Nullable String callback,
            @FormParam("StatusCallbackEvent") List<String> events);
}
