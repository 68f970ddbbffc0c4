package io.vouchline.gateway.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** What a data action of Genesys Cloud sends: one flat object, as its request template makes it. */
final class GenesysCall {

    private static final String PLATFORM = "genesys";
    private static final String CONVERSATION = "conversation_id";
    private static final String ANI = "ani";
    private static final String TEL = "tel:";

    private GenesysCall() {}

    /**
     * Reads a request.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400, if it is none
     */
    static FlatCall read(JsonNode body) {
        Map<String, String> texts = FlatBody.texts(body);
        String conversation = Optional.ofNullable(texts.remove(CONVERSATION)).orElse("");
        Optional<String> ani =
                Optional.ofNullable(texts.remove(ANI))
                        .map(GenesysCall::bare)
                        .flatMap(Opening::number);
        return new FlatCall(PLATFORM, CONVERSATION, conversation, ani, null, texts);
    }

    /** A flow has calling numbers as addresses: {@code tel:+16502530000}. */
    private static String bare(String address) {
        return address.startsWith(TEL) ? address.substring(TEL.length()) : address;
    }
}
