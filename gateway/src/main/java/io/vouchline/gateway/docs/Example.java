package io.vouchline.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.vouchline.gateway.docs.ApiDocument.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request and its answer: what bears the same name in an operation's parameters, body and
 * responses.
 *
 * @param operation what is asked
 * @param name names it within the operation
 * @param summary what it shows
 * @param parameters by where they stand ({@code path}, {@code query}, {@code header}) and their
 *     names
 * @param mediaType of the body; empty without one
 * @param body a missing node without one
 * @param status of the answer
 * @param answerType of the answer's body; empty without one
 * @param answer with the members {@code value}, {@code x-given}, {@code x-sent-by}, {@code x-after}
 *     and {@code x-varies}, as far as it has them
 */
record Example(
        Operation operation,
        String name,
        String summary,
        Map<String, Map<String, JsonNode>> parameters,
        String mediaType,
        JsonNode body,
        int status,
        String answerType,
        JsonNode answer) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** All of an operation, in the order of their answers. */
    static List<Example> of(ApiDocument document, Operation operation) {
        List<Example> examples = new ArrayList<>();
        for (Map.Entry<String, JsonNode> response : entries(operation.node(), "responses")) {
            int status = Integer.parseInt(response.getKey());
            for (Map.Entry<String, JsonNode> answer : entries(response.getValue(), "x-examples")) {
                examples.add(of(document, operation, status, "", answer));
            }
            for (Map.Entry<String, JsonNode> content : entries(response.getValue(), "content")) {
                for (Map.Entry<String, JsonNode> answer : entries(content.getValue(), "examples")) {
                    examples.add(of(document, operation, status, content.getKey(), answer));
                }
            }
        }
        return examples;
    }

    private static Example of(
            ApiDocument document,
            Operation operation,
            int status,
            String answerType,
            Map.Entry<String, JsonNode> answer) {
        String name = answer.getKey();
        String summary = operation.summary();
        Map<String, Map<String, JsonNode>> parameters = new LinkedHashMap<>();
        for (JsonNode one : operation.node().path("parameters")) {
            JsonNode parameter = document.resolved(one);
            JsonNode example = parameter.path("examples").path(name);
            if (example.has("value")) {
                summary = example.path("summary").asText(summary);
                JsonNode _ =
                        parameters
                                .computeIfAbsent(
                                        parameter.path("in").asText(), _ -> new LinkedHashMap<>())
                                .put(parameter.path("name").asText(), example);
            }
        }
        String mediaType = "";
        JsonNode body = operation.node().at("/requestBody/none");
        for (Map.Entry<String, JsonNode> content : entries(operation.node(), "requestBody")) {
            for (Map.Entry<String, JsonNode> type : content.getValue().properties()) {
                JsonNode example = type.getValue().path("examples").path(name);
                if (example.has("value")) {
                    summary = example.path("summary").asText(summary);
                    mediaType = type.getKey();
                    body = example.get("value");
                }
            }
        }
        return new Example(
                operation,
                name,
                summary,
                parameters,
                mediaType,
                body,
                status,
                answerType,
                answer.getValue());
    }

    private static Iterable<Map.Entry<String, JsonNode>> entries(JsonNode node, String member) {
        return node.path(member).properties();
    }

    /** Method and path with their values, and the query. */
    String requestLine() {
        String path = operation.path();
        for (Map.Entry<String, String> value : values("path").entrySet()) {
            path = path.replace("{" + value.getKey() + "}", encoded(value.getValue()));
        }
        String query = pairs(values("query"), "&");
        return operation.method().toUpperCase(Locale.ROOT)
                + " "
                + path
                + (query.isEmpty() ? "" : "?" + query);
    }

    /** The values of the parameters that stand there, by name. */
    Map<String, String> values(String place) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters
                .getOrDefault(place, Map.of())
                .forEach((name, example) -> values.put(name, example.get("value").asText()));
        return values;
    }

    boolean isForm() {
        return mediaType.equals(FORM);
    }

    /**
     * The body as a form.
     *
     * @param separator stands between its parameters
     */
    String form(String separator) {
        Map<String, String> values = new LinkedHashMap<>();
        body.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return pairs(values, separator);
    }

    private static String pairs(Map<String, String> values, String separator) {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining(separator));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return operation.id() + "/" + name;
    }
}
