package io.vouchline.gateway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.restassured.RestAssured;
import io.vouchline.gateway.docs.ApiDocument.Operation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Sends the requests of a document's examples to the gateway that runs, as they are written, and
 * compares what it answers with what the document says.
 */
public final class Replay {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ApiDocument document;
    private final Credentials credentials;
    private final Map<String, Runnable> circumstances;

    /**
     * @param credentials the headers that a sender's credential is
     * @param circumstances brings about what examples say is given, by their words
     */
    public Replay(
            String document,
            Function<Sender, Map<String, String>> credentials,
            Map<String, Runnable> circumstances) {
        this(document, (sender, _, _) -> credentials.apply(sender), circumstances);
    }

    /**
     * The same, for credentials that sign what is sent.
     *
     * @param credentials the headers that a sender's credential is
     */
    public Replay(String document, Credentials credentials, Map<String, Runnable> circumstances) {
        this.document = ApiDocument.read(document);
        this.credentials = credentials;
        this.circumstances = circumstances;
    }

    /** The headers that a sender's credential is. */
    @FunctionalInterface
    public interface Credentials {

        /**
         * The headers.
         *
         * @param target path and query, as they are sent
         * @param form the parameters of the body; empty where it is no form
         */
        Map<String, String> of(Sender sender, String target, Map<String, String> form);
    }

    /**
     * Who sends an example.
     *
     * @param who in the example's words; empty for whoever usually does
     * @param policy the setting that a client has for it; empty if it takes none
     * @param scope of an operator; empty if no operator may
     * @param operatorsOnly whether only operators may
     */
    public record Sender(String who, String policy, String scope, boolean operatorsOnly) {}

    /** The names of all examples of a document. */
    public static List<String> examples(String document) {
        ApiDocument read = ApiDocument.read(document);
        return read.operations().stream()
                .flatMap(operation -> Example.of(read, operation).stream())
                .map(Example::toString)
                .toList();
    }

    /** Sends an example and compares. */
    public void check(String name) throws IOException, InterruptedException {
        Example example = find(name);
        HttpResponse<String> response = sent(example);
        String body = response.body();
        assertEquals(example.status(), response.statusCode(), body);
        JsonNode expected = example.answer().path("value");
        if (expected.isMissingNode()) {
            assertEquals("", body);
            return;
        }
        String type = response.headers().firstValue("content-type").orElse("");
        assertEquals(example.answerType(), type.replaceAll(";.*", ""));
        JsonNode answer =
                example.answerType().endsWith("json")
                        ? JSON.readTree(body)
                        : TextNode.valueOf(body);
        assertEquals("", violations(example, answer), body);
        assertEquals(steady(expected, example), steady(answer, example));
    }

    private HttpResponse<String> sent(Example example) throws IOException, InterruptedException {
        Map<String, JsonNode> linked = afterItsPredecessor(example);
        JsonNode given = example.answer().path("x-given");
        if (given.isTextual()) {
            Runnable circumstance = circumstances.get(given.textValue());
            assertTrue(circumstance != null, "nobody knows how to bring about: " + given);
            circumstance.run();
        }
        return http.send(request(example, linked), BodyHandlers.ofString());
    }

    /** What the example before it in time has answered, by the parameters that it is linked to. */
    private Map<String, JsonNode> afterItsPredecessor(Example example)
            throws IOException, InterruptedException {
        JsonNode after = example.answer().path("x-after");
        if (!after.isTextual()) {
            return Map.of();
        }
        Example predecessor = find(after.textValue());
        HttpResponse<String> response = sent(predecessor);
        assertEquals(predecessor.status(), response.statusCode(), response.body());
        JsonNode answer = JSON.readTree(response.body());
        Map<String, JsonNode> linked = new HashMap<>();
        for (JsonNode link : response(predecessor).path("links")) {
            if (link.path("operationId").asText().equals(example.operation().id())) {
                link.path("parameters")
                        .properties()
                        .forEach(
                                parameter ->
                                        linked.put(
                                                parameter.getKey(),
                                                answer.at(pointer(parameter.getValue().asText()))));
            }
        }
        return linked;
    }

    private static String pointer(String expression) {
        String start = "$response.body#";
        assertTrue(expression.startsWith(start), expression);
        return expression.substring(start.length());
    }

    private HttpRequest request(Example example, Map<String, JsonNode> linked) {
        Map<String, Map<String, JsonNode>> parameters = new LinkedHashMap<>();
        example.parameters()
                .forEach(
                        (place, values) -> {
                            Map<String, JsonNode> now = new LinkedHashMap<>();
                            values.forEach(
                                    (name, value) -> now.put(name, value(name, value, linked)));
                            parameters.put(place, now);
                        });
        Example actual =
                new Example(
                        example.operation(),
                        example.name(),
                        example.summary(),
                        parameters,
                        example.mediaType(),
                        example.body(),
                        example.status(),
                        example.answerType(),
                        example.answer());
        String[] line = actual.requestLine().split(" ", 2);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + line[1]))
                        .timeout(PATIENCE)
                        .method(
                                line[0],
                                actual.mediaType().isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(
                                                actual.isForm()
                                                        ? actual.form("&")
                                                        : actual.body().toString()));
        if (!actual.mediaType().isEmpty()) {
            request.header("Content-Type", actual.mediaType());
        }
        actual.values("header").forEach(request::header);
        credentials.of(sender(actual), line[1], form(actual)).forEach(request::header);
        return request.build();
    }

    private static Map<String, String> form(Example example) {
        Map<String, String> form = new HashMap<>();
        if (example.isForm()) {
            example.body()
                    .properties()
                    .forEach(one -> form.put(one.getKey(), one.getValue().asText()));
        }
        return form;
    }

    private static JsonNode value(String name, JsonNode example, Map<String, JsonNode> linked) {
        ObjectNode value = example.deepCopy();
        if (linked.containsKey(name)) {
            return value.set("value", linked.get(name));
        }
        return example.path("x-now").asBoolean()
                ? value.put("value", Long.toString(Instant.now().getEpochSecond()))
                : example;
    }

    private static Sender sender(Example example) {
        JsonNode operation = example.operation().node();
        JsonNode security = operation.path("security");
        String scope = "";
        for (JsonNode one : security) {
            scope = one.at("/operator/0").asText(scope);
        }
        return new Sender(
                example.answer().path("x-sent-by").asText(),
                operation.path("x-policy").asText(),
                scope,
                security.size() == 1 && !scope.isEmpty());
    }

    private Example find(String name) {
        String[] parts = name.split("/", 2);
        Operation operation =
                document.operations().stream()
                        .filter(one -> one.id().equals(parts[0]))
                        .findFirst()
                        .orElseThrow();
        return Example.of(document, operation).stream()
                .filter(example -> example.name().equals(parts[1]))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode response(Example example) {
        return document.resolved(
                example.operation()
                        .node()
                        .path("responses")
                        .path(Integer.toString(example.status())));
    }

    private String violations(Example example, JsonNode answer) {
        JsonNode schema =
                response(example).path("content").path(example.answerType()).path("schema");
        return violations(document, schema, answer);
    }

    /** What is wrong with a value by a schema of a document; empty if nothing is. */
    static String violations(ApiDocument document, JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        JsonNode _ = whole.set("$defs", document.root().at("/components/schemas"));
        String text = whole.toString().replace("#/components/schemas/", "#/$defs/");
        return SCHEMAS.getSchema(text, STRICT).validate(value).stream()
                .map(Object::toString)
                .reduce("", (one, other) -> one + other + "\n");
    }

    /**
     * The answer without what is another each time: by pointers, or by patterns where it is a text.
     */
    private static JsonNode steady(JsonNode answer, Example example) {
        if (answer.isTextual()) {
            String text = answer.textValue().strip();
            for (JsonNode pattern : example.answer().path("x-varies")) {
                text = text.replaceAll(pattern.asText(), "");
            }
            return TextNode.valueOf(text);
        }
        JsonNode steady = answer.deepCopy();
        for (JsonNode pointer : example.answer().path("x-varies")) {
            JsonPointer varies = JsonPointer.compile(pointer.asText());
            if (steady.at(varies.head()) instanceof ObjectNode holder) {
                JsonNode _ = holder.remove(varies.last().getMatchingProperty());
            }
        }
        return steady;
    }
}
