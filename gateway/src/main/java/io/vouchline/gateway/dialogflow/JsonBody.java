package io.vouchline.gateway.dialogflow;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.vouchline.contract.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that a webhook gets. Nothing is bound to a class: agents send more than is published.
 */
@Singleton
class JsonBody {

    /** Whatever character set it names: JSON tells its own (RFC 8259 section 8.1). */
    private static final Pattern JSON =
            Pattern.compile("\\s*application/json\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private final ObjectReader reader;

    JsonBody(ObjectMapper mapper) {
        this.reader = mapper.reader(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /**
     * Reads a body.
     *
     * @param contentType its media type; null if none was named
     * @throws io.vouchline.contract.problem.ProblemException 415 for another media type, 400 for
     *     what is no JSON
     */
    JsonNode read(@Nullable String contentType, byte[] body) {
        if (contentType != null && !JSON.matcher(contentType).matches()) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.exception("Send application/json.");
        }
        try {
            return reader.readTree(body);
        } catch (IOException | NumberFormatException e) {
            // Without the cause: Jackson's message repeats what it could not read.
            throw ProblemType.MALFORMED.exception("The body cannot be read as JSON.");
        }
    }
}
