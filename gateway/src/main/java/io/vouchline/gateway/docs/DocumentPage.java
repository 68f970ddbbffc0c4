package io.vouchline.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import io.vouchline.gateway.docs.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The page of one document: every operation with its parameters, answers and examples. */
final class DocumentPage {

    private final ApiDocument document;
    private final List<ApiDocument> all;
    private final SchemaView schemas;
    private final Html html = new Html();

    private DocumentPage(ApiDocument document, List<ApiDocument> all) {
        this.document = document;
        this.all = all;
        this.schemas = new SchemaView(document);
    }

    static String of(ApiDocument document, List<ApiDocument> all) {
        return new DocumentPage(document, all).written();
    }

    private String written() {
        Frame.begin(html, document.title(), document.name(), all);
        html.element("h1", document.title());
        html.begin("p", "lead");
        html.prose(document.summary());
        html.end("p");
        html.paragraphs(document.root().at("/info/description").asText());
        html.begin("p");
        html.begin("a", "href", "/docs/" + document.name() + ".yaml");
        html.text("This document as OpenAPI 3.1");
        html.end("a");
        html.end("p");
        credentials();
        contents();
        everything().forEach(this::operation);
        Frame.end(html);
        return html.toString();
    }

    private List<Operation> everything() {
        return Stream.concat(document.operations().stream(), document.webhooks().stream()).toList();
    }

    private void credentials() {
        html.begin("h2", "id", "credentials");
        html.text("Credentials");
        html.end("h2");
        html.begin("dl", "credentials");
        document.root()
                .at("/components/securitySchemes")
                .properties()
                .forEach(
                        scheme -> {
                            html.begin("dt");
                            html.element("code", scheme.getKey());
                            html.end("dt");
                            html.begin("dd");
                            html.prose(scheme.getValue().path("description").asText().strip());
                            html.end("dd");
                        });
        html.end("dl");
    }

    private void contents() {
        html.begin("h2", "id", "operations");
        html.text("Operations");
        html.end("h2");
        for (JsonNode tag : document.root().path("tags")) {
            html.element("h3", "group", tag.path("name").asText());
            html.paragraphs(tag.path("description").asText());
            html.begin("ul", "contents");
            everything().stream()
                    .filter(operation -> operation.tag().equals(tag.path("name").asText()))
                    .forEach(this::entry);
            html.end("ul");
        }
    }

    private void entry(Operation operation) {
        html.begin("li");
        html.begin("a", "href", "#" + operation.id());
        line(operation);
        html.end("a");
        html.element("span", operation.summary());
        html.end("li");
    }

    private void line(Operation operation) {
        html.element(
                "span",
                "method " + operation.method(),
                operation.method().toUpperCase(Locale.ROOT));
        html.element("code", operation.path());
    }

    private void operation(Operation operation) {
        html.begin("section", "id", operation.id());
        html.begin("h2", "operation");
        line(operation);
        html.end("h2");
        html.element("p", "lead", operation.summary());
        html.paragraphs(operation.node().path("description").asText());
        access(operation);
        parameters(operation);
        body(operation);
        answers(operation);
        html.element("h3", "Examples");
        ExampleView view = new ExampleView(html);
        Example.of(document, operation).forEach(view::write);
        html.end("section");
    }

    private void access(Operation operation) {
        JsonNode security = operation.node().path("security");
        List<String> schemes = new ArrayList<>();
        security.forEach(
                one ->
                        one.properties()
                                .forEach(
                                        scheme ->
                                                schemes.add(
                                                        "`"
                                                                + scheme.getKey()
                                                                + "`"
                                                                + scopes(scheme))));
        if (!schemes.isEmpty()) {
            html.begin("p");
            html.prose("Credential: " + String.join(", ", schemes) + ".");
            html.end("p");
        } else if (!security.isMissingNode()) {
            html.element("p", "It takes no credential.");
        }
        JsonNode policy = operation.node().path("x-policy");
        if (policy.isTextual()) {
            html.begin("p");
            html.prose("The client's setting: `policy." + policy.textValue() + "`.");
            html.end("p");
        }
    }

    private static String scopes(Map.Entry<String, JsonNode> scheme) {
        List<String> scopes = new ArrayList<>();
        scheme.getValue().forEach(scope -> scopes.add("`" + scope.asText() + "`"));
        return scopes.isEmpty() ? "" : " with " + String.join(", ", scopes);
    }

    private void parameters(Operation operation) {
        JsonNode parameters = operation.node().path("parameters");
        if (parameters.isEmpty()) {
            return;
        }
        html.element("h3", "Parameters");
        html.begin("dl", "schema");
        for (JsonNode one : parameters) {
            JsonNode parameter = document.resolved(one);
            JsonNode schema = document.resolved(parameter.path("schema"));
            html.begin("dt");
            html.element("code", parameter.path("name").asText());
            html.element(
                    "span", "type", parameter.path("in").asText() + ", " + schemas.type(schema));
            if (!parameter.path("required").asBoolean()) {
                html.element("span", "optional", "may be left out");
            }
            html.end("dt");
            html.begin("dd");
            html.prose(
                    parameter
                            .path("description")
                            .asText(schema.path("description").asText())
                            .strip());
            html.end("dd");
        }
        html.end("dl");
    }

    private void body(Operation operation) {
        JsonNode contents = operation.node().at("/requestBody/content");
        if (contents.isEmpty()) {
            return;
        }
        html.element("h3", "Body");
        List<JsonNode> written = new ArrayList<>();
        for (Map.Entry<String, JsonNode> content : contents.properties()) {
            html.begin("p");
            html.element("code", content.getKey());
            html.end("p");
            JsonNode schema = content.getValue().path("schema");
            if (!written.contains(schema)) {
                schemas.write(html, schema);
                written.add(schema);
            }
        }
    }

    private void answers(Operation operation) {
        html.element("h3", "Answers");
        operation
                .node()
                .path("responses")
                .properties()
                .forEach(
                        one -> {
                            JsonNode response = document.resolved(one.getValue());
                            html.begin("details", "answer");
                            html.begin("summary");
                            html.element("span", "status s" + one.getKey().charAt(0), one.getKey());
                            html.prose(response.path("description").asText());
                            html.end("summary");
                            headers(response);
                            response.path("content").properties().forEach(this::content);
                            html.end("details");
                        });
    }

    private void headers(JsonNode response) {
        for (Map.Entry<String, JsonNode> one : response.path("headers").properties()) {
            JsonNode header = document.resolved(one.getValue());
            html.begin("p");
            html.element("code", one.getKey());
            html.text(" ");
            html.prose(header.path("description").asText());
            html.end("p");
        }
    }

    private void content(Map.Entry<String, JsonNode> content) {
        html.begin("p");
        html.element("code", content.getKey());
        html.end("p");
        schemas.write(html, content.getValue().path("schema"));
    }
}
