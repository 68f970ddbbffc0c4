package io.vouchline.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A schema for people: what members there are, of what type, and what they mean. */
final class SchemaView {

    /** Deeper than any schema goes: it only ends one that would go round in a circle. */
    private static final int DEEPEST = 8;

    private final ApiDocument document;

    SchemaView(ApiDocument document) {
        this.document = document;
    }

    /** Writes the members of a schema; of one that leaves a choice, of each that may be chosen. */
    void write(Html html, JsonNode schema) {
        JsonNode resolved = document.resolved(schema);
        List<JsonNode> choices = choices(resolved);
        boolean several = choices.size() > 1;
        for (JsonNode choice : choices) {
            JsonNode one = document.resolved(choice);
            if (several) {
                html.element("h5", name(choice));
            }
            html.paragraphs(one.path("description").asText());
            if (one.path("properties").isEmpty()) {
                html.begin("p", "type");
                html.text(type(one));
                html.end("p");
            } else {
                html.begin("dl", "schema");
                members(html, one, 0);
                html.end("dl");
            }
        }
    }

    /** A type in a few words: what it is, and what it is bounded by. */
    String type(JsonNode schema) {
        JsonNode resolved = document.resolved(schema);
        List<String> words = new ArrayList<>();
        words.add(
                choices(resolved).size() > 1
                        ? choices(resolved).stream()
                                .map(this::type)
                                .distinct()
                                .collect(Collectors.joining(" or "))
                        : kind(resolved));
        bounds(resolved, words);
        return String.join(", ", words);
    }

    private static List<JsonNode> choices(JsonNode resolved) {
        return resolved.has("oneOf") ? elements(resolved.get("oneOf")) : List.of(resolved);
    }

    private static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static String name(JsonNode reference) {
        String ref = reference.path("$ref").asText();
        return ref.isEmpty() ? "Otherwise" : ref.substring(ref.lastIndexOf('/') + 1);
    }

    private void members(Html html, JsonNode object, int depth) {
        List<String> required =
                elements(object.path("required")).stream().map(JsonNode::asText).toList();
        object.path("properties")
                .properties()
                .forEach(
                        member ->
                                member(
                                        html,
                                        member.getKey(),
                                        member.getValue(),
                                        required.contains(member.getKey()),
                                        depth));
    }

    private void member(Html html, String name, JsonNode schema, boolean required, int depth) {
        JsonNode resolved = document.resolved(schema);
        html.begin("dt", "depth" + Math.min(depth, 3));
        html.element("code", name);
        html.element("span", "type", type(schema));
        if (!required) {
            html.element("span", "optional", "may be left out");
        }
        html.end("dt");
        html.begin("dd", "depth" + Math.min(depth, 3));
        String said = schema.path("description").asText(resolved.path("description").asText());
        html.prose(said.strip());
        html.end("dd");
        JsonNode inner = inside(resolved);
        if (depth < DEEPEST && inner.has("properties")) {
            members(html, inner, depth + 1);
        }
    }

    /** What has members of its own: an object, the elements of a list, or one that may be null. */
    private JsonNode inside(JsonNode resolved) {
        if (resolved.has("items")) {
            return document.resolved(resolved.get("items"));
        }
        return choices(resolved).stream()
                .map(document::resolved)
                .filter(choice -> choice.has("properties"))
                .findFirst()
                .orElse(resolved);
    }

    private String kind(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return elements(type).stream()
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(" or "));
        }
        if (schema.has("const")) {
            return "always " + schema.get("const").asText();
        }
        if (type.asText().equals("array")) {
            JsonNode items = schema.path("items");
            return items.isMissingNode()
                    ? "empty list"
                    : "list of " + kind(document.resolved(items));
        }
        return type.isMissingNode() ? "anything" : type.asText();
    }

    private static void bounds(JsonNode schema, List<String> words) {
        if (schema.has("enum")) {
            words.add(
                    elements(schema.get("enum")).stream()
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(" | ")));
        }
        if (schema.has("format")) {
            words.add(schema.get("format").asText());
        }
        if (schema.has("pattern")) {
            words.add(schema.get("pattern").asText());
        }
        if (schema.has("minimum") || schema.has("maximum")) {
            words.add(limit(schema, "minimum") + " to " + limit(schema, "maximum"));
        }
        if (schema.has("maxLength")) {
            words.add("at most " + schema.get("maxLength").asText() + " characters");
        }
        if (schema.has("default")) {
            words.add("without it " + schema.get("default").asText());
        }
    }

    private static String limit(JsonNode schema, String name) {
        return Objects.requireNonNullElse(schema.path(name).asText(null), "any");
    }
}
