package io.vouchline.gateway.voice;

import com.fasterxml.jackson.databind.JsonNode;
import io.vouchline.contract.problem.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The event that Amazon Connect gives a Lambda function: whose call it is under {@code
 * Details.ContactData}, and what the flow's block sends under {@code Details.Parameters}.
 */
final class ConnectCall {

    private static final String PLATFORM = "connect";
    private static final String TELEPHONE = "TELEPHONE_NUMBER";

    private ConnectCall() {}

    /**
     * Reads an event.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400, if it is none
     */
    static FlatCall read(JsonNode event) {
        JsonNode details = event.path("Details");
        JsonNode contact = details.path("ContactData");
        JsonNode parameters = details.path("Parameters");
        if (!contact.isObject() || !(parameters.isObject() || parameters.isMissingNode())) {
            throw ProblemType.MALFORMED.exception(
                    "The body must be the event that Amazon Connect gives a Lambda function.");
        }
        return new FlatCall(
                PLATFORM,
                "ContactId",
                contact.path("ContactId").isTextual() ? contact.path("ContactId").asText() : "",
                ani(contact.path("CustomerEndpoint")),
                language(contact.path("LanguageCode")),
                FlatBody.texts(parameters));
    }

    private static Optional<String> ani(JsonNode endpoint) {
        return TELEPHONE.equals(endpoint.path("Type").asText())
                ? Opening.number(endpoint.path("Address").asText())
                : Optional.empty();
    }

    private static @Nullable String language(JsonNode code) {
        return code.asText().isEmpty() || code.isNull() ? null : code.asText();
    }
}
