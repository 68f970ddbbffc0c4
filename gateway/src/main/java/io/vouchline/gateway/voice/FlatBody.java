package io.vouchline.gateway.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads the JSON of platforms that send more than is used of it. */
@Singleton
class FlatBody {

    private final ObjectReader reader;

    FlatBody(ObjectMapper mapper) {
        this.reader = mapper.reader();
    }

    /**
     * The object that a body is.
     *
     * @throws ProblemException 400, if it is none; it does not repeat the body
     */
    JsonNode read(byte[] body) {
        try {
            JsonNode json = reader.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException | NumberFormatException e) {
            // Without the cause: Jackson's message repeats what it could not read.
        }
        throw ProblemType.MALFORMED.exception("The body must be a JSON object.");
    }

    /**
     * The members of an object as texts; those without value are left out.
     *
     * @throws ProblemException 400, if one is no text, number or flag
     */
    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.properties()
                .forEach(
                        member -> {
                            JsonNode value = member.getValue();
                            if (value.isContainerNode()) {
                                throw ProblemType.MALFORMED.exception(
                                        "A parameter is neither text nor number nor flag.");
                            }
                            if (!value.isNull()) {
                                texts.put(member.getKey(), value.asText());
                            }
                        });
        return texts;
    }
}
