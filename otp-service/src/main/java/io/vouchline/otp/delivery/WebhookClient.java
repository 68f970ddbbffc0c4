package io.vouchline.otp.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The institution's receiver of Standard Webhooks. */
@RegisterRestClient(configKey = "webhook")
@RegisterProvider(WebhookRefusalMapper.class)
@Path("")
interface WebhookClient {

    /** Hands one message over. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Void> send(
            @HeaderParam("webhook-id") String id,
            @HeaderParam("webhook-timestamp") long timestamp,
            @HeaderParam("webhook-signature") String signature,
            String body);
}
