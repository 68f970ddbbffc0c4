package io.vouchline.gateway.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.access.PublicUrl;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Twilio's voice webhooks: a form in, TwiML out. */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path(TwilioCall.PATH)
@Produces(Twiml.MEDIA_TYPE)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.TWILIO)
class TwilioResource {

    private final Voices voices;
    private final PublicUrl publicUrl;
    private final CurrentRequest current;
    private final CurrentVertxRequest http;

    TwilioResource(
            Voices voices, PublicUrl publicUrl, CurrentRequest current, CurrentVertxRequest http) {
        this.voices = voices;
        this.publicUrl = publicUrl;
        this.current = current;
        this.http = http;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "A voice webhook: begins a session, or takes a turn")
    public Uni<String> call(byte[] body) {
        Set<String> hosts = current.client().policy().nextHosts().orElse(Set.of());
        String query = Objects.requireNonNullElse(http.getCurrent().request().query(), "");
        return voices.answer(new TwilioCall(publicUrl, hosts, query, new String(body, UTF_8)));
    }
}
