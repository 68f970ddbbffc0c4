package io.vouchline.gateway.telesign;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Telesign's Intelligence on its own paths, with the number in them. Some of its clients send a
 * form, some a JSON object.
 */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/v1")
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.TELESIGN)
class IntelligenceResource {

    private final Intelligence intelligence;
    private final CurrentRequest current;
    private final CurrentDecision decision;
    private final ObjectMapper mapper;

    IntelligenceResource(
            Intelligence intelligence,
            CurrentRequest current,
            CurrentDecision decision,
            ObjectMapper mapper) {
        this.intelligence = intelligence;
        this.current = current;
        this.decision = decision;
        this.mapper = mapper;
    }

    @POST
    @Path("phoneid/{number}")
    @Operation(summary = "What is known of a number")
    public Uni<IntelligenceAnswer> phoneId(
            @PathParam("number") String number,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte[] body) {
        decision.operation("phoneid");
        return told(number, type, body, false);
    }

    @POST
    @Path("score/{number}")
    @Operation(summary = "What is known of a number, and its risk")
    public Uni<IntelligenceAnswer> score(
            @PathParam("number") String number,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            byte[] body) {
        decision.operation("score");
        return told(number, type, body, true);
    }

    private Uni<IntelligenceAnswer> told(
            String number, @Nullable String type, byte[] body, boolean scored) {
        Client client = current.client();
        IntelligenceRequest request =
                isJson(type)
                        ? IntelligenceRequest.ofJson(number, body, mapper, client.region())
                        : IntelligenceRequest.ofForm(number, body, client.region());
        return current.within(intelligence.told(client, request, scored));
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }
}
