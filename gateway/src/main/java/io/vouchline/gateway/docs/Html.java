package io.vouchline.gateway.docs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML that is written from the front to the back. Whatever is no element of ours is escaped. */
final class Html {

    private static final Pattern CODE = Pattern.compile("`([^`]*)`|\\*([^*\\s][^*]*)\\*");

    private final StringBuilder out = new StringBuilder();

    /** The begin of the page. */
    void doctype() {
        out.append("<!DOCTYPE html>\n");
    }

    /** An element with text in it. */
    void element(String tag, String text) {
        element(tag, "", text);
    }

    /** An element of a class with text in it. */
    void element(String tag, String cssClass, String text) {
        begin(tag, cssClass);
        text(text);
        end(tag);
    }

    /** The begin of an element; {@code cssClass} may be empty. */
    void begin(String tag, String cssClass) {
        if (cssClass.isEmpty()) {
            begin(tag);
        } else {
            begin(tag, "class", cssClass);
        }
    }

    /** The begin of an element with attributes: names and values in turn. */
    void begin(String tag, String name, String value, String... more) {
        out.append('<').append(tag);
        attribute(name, value);
        for (int i = 0; i < more.length; i += 2) {
            attribute(more[i], more[i + 1]);
        }
        out.append('>');
    }

    void begin(String tag) {
        out.append('<').append(tag).append('>');
    }

    void end(String tag) {
        out.append("</").append(tag).append(">\n");
    }

    /** Text as it stands. */
    void text(String text) {
        out.append(escaped(text));
    }

    /** A sentence in which code stands between backticks, and what is stressed between stars. */
    void prose(String text) {
        Matcher matcher = CODE.matcher(escaped(text));
        out.append(
                matcher.replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        match.group(1) == null
                                                ? "<em>" + match.group(2) + "</em>"
                                                : "<code>" + match.group(1) + "</code>")));
    }

    /** Paragraphs, with blank lines between. */
    void paragraphs(String text) {
        for (String paragraph : text.strip().split("\\n\\s*\\n", -1)) {
            if (!paragraph.isBlank()) {
                begin("p");
                prose(paragraph.replace('\n', ' '));
                end("p");
            }
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
