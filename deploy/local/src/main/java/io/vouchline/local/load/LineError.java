package io.vouchline.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Why a line was rejected; {@code field} is empty if it is the line as a whole. */
record LineError(long line, String field, String reason) {

    static List<LineError> list(JsonNode errors) {
        List<LineError> list = new ArrayList<>();
        for (JsonNode error : errors) {
            list.add(
                    new LineError(
                            error.path("line").asLong(),
                            error.path("field").asText(""),
                            error.path("reason").asText("")));
        }
        return List.copyOf(list);
    }

    @Override
    public String toString() {
        return "line " + line + (field.isEmpty() ? "" : ", " + field) + ": " + reason;
    }
}
