package io.vouchline.gateway.docs;

import java.util.List;

/** What every page has around it. */
final class Frame {

    private Frame() {}

    /**
     * The head and the way to the other pages.
     *
     * @param current the name of the document that is shown; empty for the page of all
     */
    static void begin(Html html, String title, String current, List<ApiDocument> all) {
        html.doctype();
        html.begin("html", "lang", "en");
        html.begin("head");
        html.begin("meta", "charset", "utf-8");
        html.begin("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.begin("link", "rel", "stylesheet", "href", "/docs/style.css");
        html.element("title", title + " · Vouchline");
        html.end("head");
        html.begin("body");
        html.begin("header");
        html.begin("nav");
        link(html, "/docs", "Vouchline", current.isEmpty());
        all.forEach(
                document ->
                        link(
                                html,
                                "/docs/" + document.name(),
                                document.title(),
                                current.equals(document.name())));
        html.end("nav");
        html.end("header");
        html.begin("main");
    }

    private static void link(Html html, String href, String text, boolean current) {
        if (current) {
            html.begin("a", "href", href, "aria-current", "page");
        } else {
            html.begin("a", "href", href);
        }
        html.text(text);
        html.end("a");
    }

    static void end(Html html) {
        html.end("main");
        html.end("body");
        html.end("html");
    }
}
