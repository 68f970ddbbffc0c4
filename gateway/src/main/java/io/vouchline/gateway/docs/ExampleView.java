package io.vouchline.gateway.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An example for people: the request beside its answer, as HTTP has them. */
final class ExampleView {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Html html;

    ExampleView(Html html) {
        this.html = html;
    }

    void write(Example example) {
        String status = Integer.toString(example.status());
        html.begin("details", "example");
        html.begin("summary");
        html.element("span", "status s" + status.charAt(0), status);
        html.text(example.summary());
        html.end("summary");
        sentence("Given: ", example.answer().path("x-given"));
        sentence("Sent by: ", example.answer().path("x-sent-by"));
        sentence("After: ", example.answer().path("x-after"));
        html.begin("div", "pair");
        html.element("pre", request(example));
        html.element("pre", answer(example));
        html.end("div");
        html.end("details");
    }

    private void sentence(String lead, JsonNode words) {
        if (words.isTextual()) {
            html.element("p", "given", lead + words.textValue());
        }
    }

    private static String request(Example example) {
        StringBuilder text = new StringBuilder(example.requestLine()).append('\n');
        example.values("header").forEach((name, value) -> line(text, name, value));
        if (!example.mediaType().isEmpty()) {
            line(text, "Content-Type", example.mediaType());
            text.append('\n').append(example.isForm() ? example.form("\n&") : json(example.body()));
        }
        return text.toString();
    }

    private static String answer(Example example) {
        StringBuilder text = new StringBuilder().append(example.status()).append('\n');
        if (!example.answerType().isEmpty()) {
            JsonNode value = example.answer().path("value");
            line(text, "Content-Type", example.answerType());
            text.append('\n').append(value.isTextual() ? value.textValue() : json(value));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String json(JsonNode value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a node is always written", e);
        }
    }
}
