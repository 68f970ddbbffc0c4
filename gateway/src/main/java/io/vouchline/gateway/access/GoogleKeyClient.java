package io.vouchline.gateway.access;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where Google publishes the keys of its ID tokens. */
@Path("")
@RegisterRestClient(configKey = "google-keys")
interface GoogleKeyClient {

    /** A JWK set. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    Uni<String> keys();
}
