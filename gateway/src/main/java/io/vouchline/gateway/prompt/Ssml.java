package io.vouchline.gateway.prompt;

import org.jspecify.annotations.Nullable;

/**
 * SSML 1.1 documents. Digits that are said one by one stand apart in a {@code say-as} of "digits":
 * engines that do not know it (what it means is left to them, W3C SSML 1.1 section 3.1.9) say them
 * one by one all the same.
 */
final class Ssml {

    private static final String NAMESPACE = "http://www.w3.org/2001/10/synthesis";

    private Ssml() {}

    /**
     * A document.
     *
     * @param content is SSML already
     */
    static String document(String language, String content) {
        return "<speak version=\"1.1\" xmlns=\"%s\" xml:lang=\"%s\">%s</speak>"
                .formatted(NAMESPACE, escaped(language), content);
    }

    /** A recording, with what is said if it cannot be played. */
    static String recorded(String url, String content) {
        return "<audio src=\"%s\">%s</audio>".formatted(escaped(url), content);
    }

    /** Digits, to be said one by one. */
    static String digits(String digits) {
        return "<say-as interpret-as=\"digits\">%s</say-as>".formatted(apart(escaped(digits)));
    }

    /** Digits with blanks between them: without SSML, too, they are said one by one then. */
    static String apart(String digits) {
        return String.join(" ", digits.split("", -1)).strip();
    }

    /** A text. What XML cannot hold is left out. */
    static String escaped(String text) {
        StringBuilder xml = new StringBuilder();
        text.codePoints()
                .filter(Ssml::isOfXml)
                .forEach(
                        c -> {
                            String entity = entity(c);
                            if (entity == null) {
                                xml.appendCodePoint(c);
                            } else {
                                xml.append(entity);
                            }
                        });
        return xml.toString();
    }

    private static @Nullable String entity(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&apos;";
            default -> null;
        };
    }

    /** XML 1.0 section 2.2. */
    private static boolean isOfXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
