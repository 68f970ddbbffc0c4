package io.vouchline.gateway.dialogflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vouchline.contract.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/**
 * The request of a standard webhook (Google's {@code WebhookRequest}), read member by member: real
 * agents send members that the published form does not have, and leave out most that it has. Both
 * spellings of names are read, {@code sessionInfo} and {@code session_info}.
 */
final class StandardRequest {

    private static final List<String> MARKS =
            List.of("fulfillmentInfo", "fulfillment_info", "sessionInfo", "session_info");

    private final JsonNode body;

    private StandardRequest(JsonNode body) {
        this.body = body;
    }

    /** The request, if a body is one; flat parameters of a flexible webhook are none. */
    static Optional<StandardRequest> of(JsonNode body) {
        return MARKS.stream().anyMatch(body::has)
                ? Optional.of(new StandardRequest(body))
                : Optional.empty();
    }

    /** What the agent has this call for. */
    String tag() {
        JsonNode tag = member(body, "fulfillmentInfo", "fulfillment_info").path("tag");
        if (!tag.isTextual() || tag.textValue().isBlank()) {
            throw ProblemType.MALFORMED.exception("fulfillmentInfo.tag is missing.");
        }
        return tag.textValue().strip();
    }

    /** The conversation: its name is opaque, and may hold any character. */
    Optional<String> session() {
        return Optional.of(member(body, "sessionInfo", "session_info").path("session"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(name -> !name.isBlank());
    }

    /**
     * The parameters of the conversation; where it has none of a name, what was filled in on the
     * page; then who calls, as the telephone gateway tells it, and in which language.
     */
    Parameters parameters() {
        return Parameters.ofAll(
                List.of(
                        member(body, "sessionInfo", "session_info").path("parameters"),
                        filledIn(),
                        circumstances()));
    }

    private JsonNode filledIn() {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        JsonNode form = member(member(body, "pageInfo", "page_info"), "formInfo", "form_info");
        for (JsonNode parameter : member(form, "parameterInfo", "parameter_info")) {
            JsonNode name = member(parameter, "displayName", "display_name");
            if (name.isTextual() && parameter.has("value") && !isInvalid(parameter)) {
                JsonNode _ = values.set(name.textValue(), parameter.get("value"));
            }
        }
        return values;
    }

    private static boolean isInvalid(JsonNode parameter) {
        return parameter.path("state").asText().equals("INVALID");
    }

    private JsonNode circumstances() {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        JsonNode caller = body.path("payload").path("telephony").path("caller_id");
        JsonNode language = member(body, "languageCode", "language_code");
        if (caller.isTextual()) {
            JsonNode _ = values.set(Parameters.PHONE_NUMBER, caller);
        }
        if (language.isTextual()) {
            JsonNode _ = values.set(Parameters.LANGUAGE, language);
        }
        return values;
    }

    private static JsonNode member(JsonNode object, String name, String otherName) {
        return object.has(name) ? object.get(name) : object.path(otherName);
    }

    @Override
    public String toString() {
        return "StandardRequest[...]";
    }
}
