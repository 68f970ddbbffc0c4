package io.vouchline.gateway.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The OpenAPI document of a dialect.
 *
 * @param name the dialect, as it stands in paths
 * @param source the document as it is published, YAML
 * @param root the same, read
 */
record ApiDocument(String name, String source, JsonNode root) {

    /** The documents, in the order in which they are shown. */
    static final List<String> NAMES =
            List.of("dialogflow", "telavox", "telesign", "vouchline", "voice");

    private static final List<String> METHODS = List.of("get", "post", "put", "delete");

    /**
     * Reads it from the class path.
     *
     * @throws IllegalStateException if it is not there, or is no YAML
     */
    static ApiDocument read(String name) {
        String source = ClassPathText.read(name + ".yaml");
        try {
            return new ApiDocument(name, source, new YAMLMapper().readTree(source));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name + ".yaml is no YAML", e);
        }
    }

    String title() {
        return root.at("/info/title").asText();
    }

    String summary() {
        return root.at("/info/summary").asText();
    }

    /** The operations of all paths, in the order of the document. */
    List<Operation> operations() {
        return operations("paths");
    }

    /** What the gateway itself sends, and to which address in words. */
    List<Operation> webhooks() {
        return operations("webhooks");
    }

    private List<Operation> operations(String member) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path(member).properties()) {
            METHODS.stream()
                    .filter(path.getValue()::has)
                    .map(
                            method ->
                                    new Operation(
                                            method, path.getKey(), path.getValue().get(method)))
                    .forEach(operations::add);
        }
        return operations;
    }

    /** What a node stands for: itself, or what it refers to in this document. */
    JsonNode resolved(JsonNode node) {
        JsonNode ref = node.path("$ref");
        return ref.isTextual() ? resolved(root.at(ref.textValue().substring(1))) : node;
    }

    @Override
    public String toString() {
        return "ApiDocument[" + name + "]";
    }

    /**
     * One operation.
     *
     * @param method in lower case
     * @param path with its variables in braces
     */
    record Operation(String method, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asText();
        }

        String summary() {
            return node.path("summary").asText();
        }

        String tag() {
            return node.at("/tags/0").asText();
        }
    }
}
