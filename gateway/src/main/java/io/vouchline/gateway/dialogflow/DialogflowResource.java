package io.vouchline.gateway.dialogflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The flexible webhooks: a flat JSON object in, a flat JSON object out. */
@Path("/dialogflow/{webhook}")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.DIALOGFLOW)
class DialogflowResource {

    private final Webhooks webhooks;
    private final CurrentRequest current;
    private final ObjectReader reader;

    DialogflowResource(Webhooks webhooks, CurrentRequest current, ObjectMapper mapper) {
        this.webhooks = webhooks;
        this.current = current;
        this.reader = mapper.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A flexible webhook, parameters in the body")
    public Uni<Map<String, Object>> post(@PathParam("webhook") String webhook, String body) {
        Webhook called = called(webhook);
        return answer(called, parameters(body));
    }

    @GET
    @Operation(summary = "A flexible webhook, parameters in the query")
    public Uni<Map<String, Object>> get(
            @PathParam("webhook") String webhook, @Context UriInfo uri) {
        return answer(called(webhook), Parameters.of(uri.getQueryParameters()));
    }

    private Webhook called(String name) {
        return webhooks.named(name)
                .orElseThrow(() -> ProblemType.NOT_FOUND.exception("There is no such webhook."));
    }

    private Uni<Map<String, Object>> answer(Webhook webhook, Parameters parameters) {
        Client client = current.client();
        return webhook.answer(parameters, client).map(values -> named(webhook.fields(), values));
    }

    private Parameters parameters(String body) {
        try {
            return Parameters.of(reader.readTree(body));
        } catch (JsonProcessingException | NumberFormatException e) {
            // Without the cause: Jackson's message repeats what it could not read.
            throw ProblemType.MALFORMED.exception("The body cannot be read as JSON.");
        }
    }

    private static Map<String, Object> named(List<String> fields, List<Object> values) {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            answer.put(fields.get(i), values.get(i));
        }
        return answer;
    }
}
