package io.vouchline.gateway.dialogflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.Client;
import io.vouchline.gateway.access.CurrentRequest;
import io.vouchline.gateway.decision.CurrentDecision;
import io.vouchline.gateway.dialect.Dialect;
import io.vouchline.gateway.dialect.Speaks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * The webhooks in both forms of Dialogflow CX. Flexible: a flat JSON object, or a query, in; a flat
 * JSON object out. Standard: a {@code WebhookRequest} in, a {@code WebhookResponse} out.
 */
@Cancellable(false) // what was begun is ended and recorded, also if the platform has hung up
@Path("/dialogflow")
@Produces(MediaType.APPLICATION_JSON)
@RegisterForReflection // for the dialect that it names
@Speaks(Dialect.DIALOGFLOW)
class DialogflowResource {

    private final Webhooks webhooks;
    private final CurrentRequest current;
    private final CurrentForm form;
    private final CurrentDecision decision;
    private final JsonBody json;

    DialogflowResource(
            Webhooks webhooks,
            CurrentRequest current,
            CurrentForm form,
            CurrentDecision decision,
            JsonBody json) {
        this.webhooks = webhooks;
        this.current = current;
        this.form = form;
        this.decision = decision;
        this.json = json;
    }

    @POST
    @Operation(summary = "A standard webhook: fulfillmentInfo.tag names it")
    public Uni<Map<String, Object>> tagged(
            @Context HttpHeaders headers,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(type = SchemaType.OBJECT)))
                    byte[] body) {
        form.becomesStandard();
        StandardRequest request =
                StandardRequest.of(read(headers, body))
                        .orElseThrow(
                                () ->
                                        ProblemType.MALFORMED.exception(
                                                "The body must be a WebhookRequest."));
        return answer(called(request.tag()), request.parameters(), request.session());
    }

    @POST
    @Path("{webhook}")
    @Operation(summary = "A webhook, flexible or standard, parameters in the body")
    public Uni<Map<String, Object>> post(
            @PathParam("webhook") String name,
            @Context HttpHeaders headers,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(type = SchemaType.OBJECT)))
                    byte[] body) {
        Webhook webhook = called(name);
        JsonNode read = read(headers, body);
        Optional<StandardRequest> standard = StandardRequest.of(read);
        if (standard.isEmpty()) {
            return answer(webhook, Parameters.of(read), Optional.empty());
        }
        form.becomesStandard();
        return answer(webhook, standard.get().parameters(), standard.get().session());
    }

    @GET
    @Path("{webhook}")
    @Operation(summary = "A flexible webhook, parameters in the query")
    public Uni<Map<String, Object>> get(
            @PathParam("webhook") String name, @Context UriInfo uri, @Context HttpHeaders headers) {
        Webhook webhook = called(name);
        AheadOfTime.refuse(headers.getRequestHeaders());
        return answer(webhook, Parameters.of(uri.getQueryParameters()), Optional.empty());
    }

    private Webhook called(String name) {
        Webhook webhook =
                webhooks.named(name)
                        .orElseThrow(
                                () -> ProblemType.NOT_FOUND.exception("There is no such webhook."));
        form.calls(webhook);
        decision.operation(webhook.name());
        return webhook;
    }

    private JsonNode read(HttpHeaders headers, byte[] body) {
        return json.read(headers.getHeaderString(HttpHeaders.CONTENT_TYPE), body);
    }

    private Uni<Map<String, Object>> answer(
            Webhook webhook, Parameters parameters, Optional<String> session) {
        Client client = current.client();
        WebhookCall call =
                new WebhookCall(
                        client, parameters.phoneNumber(client.region()), parameters, session);
        decision.about(call.number());
        return webhook.answer(call)
                .invoke(this::tell)
                .map(answer -> form.answer(named(webhook.fields(), answer.values())));
    }

    private void tell(WebhookAnswer answer) {
        decision.came(answer.outcome(), answer.reason());
        String reference = answer.reference();
        if (reference != null) {
            decision.reference(reference);
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
