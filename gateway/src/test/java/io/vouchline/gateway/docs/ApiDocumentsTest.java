package io.vouchline.gateway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import io.vouchline.gateway.docs.ApiDocument.Operation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each document is sound in itself. */
class ApiDocumentsTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    static List<ApiDocument> documents() {
        return ApiDocument.NAMES.stream().map(ApiDocument::read).toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void itIsOpenApi(ApiDocument document) {
        OpenAPI parsed =
                SmallRyeOpenAPI.builder()
                        .enableModelReader(false)
                        .enableStandardStaticFiles(false)
                        .enableStandardFilter(false)
                        .enableAnnotationScan(false)
                        .withCustomStaticFile(
                                () ->
                                        new ByteArrayInputStream(
                                                document.source().getBytes(StandardCharsets.UTF_8)))
                        .build()
                        .model();
        assertEquals("3.1.0", parsed.getOpenapi());
        assertEquals(
                document.operations().size(),
                parsed.getPaths().getPathItems().values().stream()
                        .mapToInt(path -> path.getOperations().size())
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whateverItRefersToIsThere(ApiDocument document) {
        everyNode(
                document.root(),
                node -> {
                    JsonNode ref = node.path("$ref");
                    if (ref.isTextual()) {
                        assertFalse(document.resolved(node).isMissingNode(), ref.textValue());
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nothingIsThereThatNobodyRefersTo(ApiDocument document) {
        Set<String> referred = new HashSet<>();
        everyNode(document.root(), node -> referred.add(node.path("$ref").asText()));
        for (String kind : List.of("schemas", "responses", "headers")) {
            document.root()
                    .at("/components/" + kind)
                    .properties()
                    .forEach(
                            one ->
                                    assertTrue(
                                            referred.contains(
                                                    "#/components/" + kind + "/" + one.getKey()),
                                            one.getKey()));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyOperationHasANameOfItsOwnAndAPlaceOnThePage(ApiDocument document) {
        Set<String> tags = new HashSet<>();
        document.root().path("tags").forEach(tag -> tags.add(tag.path("name").asText()));
        Set<String> ids = new HashSet<>();
        for (Operation operation : document.operations()) {
            assertTrue(ids.add(operation.id()), operation.id());
            assertTrue(tags.contains(operation.tag()), operation.id());
            assertFalse(operation.summary().isEmpty(), operation.id());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyVariableOfAPathIsAParameter(ApiDocument document) {
        for (Operation operation : document.operations()) {
            Set<String> variables =
                    VARIABLE.matcher(operation.path())
                            .results()
                            .map(result -> result.group(1))
                            .collect(Collectors.toSet());
            Set<String> parameters = new HashSet<>();
            for (JsonNode parameter : operation.node().path("parameters")) {
                if (parameter.path("in").asText().equals("path")) {
                    boolean _ = parameters.add(parameter.path("name").asText());
                }
            }
            assertEquals(variables, parameters, operation.id());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyRequestHasItsAnswerAndEveryAnswerItsRequest(ApiDocument document) {
        for (Operation operation : document.operations()) {
            Set<String> requests = new TreeSet<>();
            for (JsonNode parameter : operation.node().path("parameters")) {
                parameter.path("examples").fieldNames().forEachRemaining(requests::add);
            }
            for (JsonNode content : operation.node().at("/requestBody/content")) {
                content.path("examples").fieldNames().forEachRemaining(requests::add);
            }
            List<Example> examples = Example.of(document, operation);
            Set<String> answers =
                    examples.stream()
                            .map(Example::name)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(examples.size(), answers.size(), operation.id());
            assertFalse(answers.isEmpty(), operation.id());
            if (!requests.isEmpty()) {
                assertEquals(requests, answers, operation.id());
            }
            assertTrue(
                    examples.stream().anyMatch(example -> example.status() < 300),
                    operation.id() + " has no example of success");
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatARequestOfSuccessHoldsIsWhatItsSchemaAllows(ApiDocument document) {
        for (Operation operation : document.operations()) {
            for (Example example : Example.of(document, operation)) {
                if (example.status() < 300) {
                    assertRequestIsAllowed(document, example);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatWeSendIsWhatItsSchemaAllows(ApiDocument document) {
        for (Operation webhook : document.webhooks()) {
            List<Example> examples = Example.of(document, webhook);
            assertFalse(examples.isEmpty(), webhook.id());
            examples.forEach(example -> assertRequestIsAllowed(document, example));
        }
    }

    private static void assertRequestIsAllowed(ApiDocument document, Example example) {
        JsonNode node = example.operation().node();
        for (JsonNode parameter : node.path("parameters")) {
            JsonNode value = parameter.path("examples").path(example.name()).path("value");
            if (value.isMissingNode()) {
                assertFalse(
                        parameter.path("required").asBoolean(),
                        example + " lacks " + parameter.path("name"));
            } else {
                assertEquals(
                        "",
                        Replay.violations(document, parameter.path("schema"), value),
                        example.toString());
            }
        }
        if (!example.mediaType().isEmpty()) {
            JsonNode schema =
                    node.at("/requestBody/content").path(example.mediaType()).path("schema");
            assertEquals(
                    "", Replay.violations(document, schema, example.body()), example.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyOperationTellsWhatACredentialThatIsNotGoodComesTo(ApiDocument document) {
        for (Operation operation : document.operations()) {
            JsonNode security = operation.node().path("security");
            if (security.isMissingNode() || !security.isEmpty()) {
                assertTrue(operation.node().path("responses").has("401"), operation.id());
            }
            for (JsonNode response : operation.node().path("responses")) {
                assertNotNull(document.resolved(response).get("description"), operation.id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void thePageShowsEveryOperationAndRunsNothing(ApiDocument document) {
        String page = DocumentPage.of(document, documents());
        for (Operation operation : document.operations()) {
            assertTrue(page.contains("<section id=\"" + operation.id() + "\">"), operation.id());
            for (Example example : Example.of(document, operation)) {
                assertTrue(
                        page.contains(example.requestLine().replace("&", "&amp;")), example.name());
            }
        }
        for (String foreign :
                List.of("<script", "javascript:", " style=", " onclick", "=\"http://")) {
            assertFalse(page.contains(foreign), foreign);
        }
    }

    private static void everyNode(JsonNode node, Consumer<JsonNode> visitor) {
        visitor.accept(node);
        node.forEach(child -> everyNode(child, visitor));
    }
}
