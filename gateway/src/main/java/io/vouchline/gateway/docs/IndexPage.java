package io.vouchline.gateway.docs;

import java.util.List;

/** The page that lists the documents. */
final class IndexPage {

    private IndexPage() {}

    static String of(List<ApiDocument> all) {
        Html html = new Html();
        Frame.begin(html, "API", "", all);
        html.element("h1", "Vouchline's API");
        html.element(
                "p",
                "lead",
                "Each platform speaks its own dialect. For each there is one OpenAPI 3.1 document, and every example in it is tried against the running gateway before it is released.");
        html.begin("ul", "cards");
        all.forEach(document -> card(html, document));
        html.end("ul");
        Frame.end(html);
        return html.toString();
    }

    private static void card(Html html, ApiDocument document) {
        html.begin("li");
        html.begin("h2");
        html.begin("a", "href", "/docs/" + document.name());
        html.text(document.title());
        html.end("a");
        html.end("h2");
        html.begin("p");
        html.prose(document.summary());
        html.end("p");
        html.begin("p", "paths");
        document.operations().stream()
                .map(ApiDocument.Operation::path)
                .distinct()
                .forEach(path -> html.element("code", path));
        html.end("p");
        html.begin("p");
        html.begin("a", "href", "/docs/" + document.name() + ".yaml");
        html.text(document.name() + ".yaml");
        html.end("a");
        html.end("p");
        html.end("li");
    }
}
