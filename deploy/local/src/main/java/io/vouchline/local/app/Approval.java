package io.vouchline.local.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What a person answers in the institution's app.
 *
 * @param reference what the answer is to
 * @param match the two digits that the caller was told; empty for a denial
 */
record Approval(String reference, Optional<String> match) {

    private static final JsonMapper JSON = new JsonMapper();

    /** As the app tells it. */
    String json() {
        ObjectNode answer =
                JSON.createObjectNode()
                        .put("reference", reference)
                        .put("approved", match.isPresent());
        match.ifPresent(digits -> answer.put("match", digits));
        return answer.toString();
    }
}
