package io.vouchline.contract.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text or URL of a call widget with variables in it: {@code {name}} or {@code %name%}, as the
 * Telavox document has them. Whoever accepts a widget and whoever shows it read it here, so that
 * both find the same variables.
 *
 * <p>A name is a letter and up to 63 letters, digits, underscores, dots and hyphens, all ASCII and
 * case-sensitive; dots lead into nested values. A brace always belongs to a variable. In a text, a
 * percent sign that opens no {@code %name%} stands for itself.
 *
 * <p>In a URL a percent sign opens either a variable or a percent-encoded byte (RFC 3986 section
 * 2.1), and some sequences could be both. The first of these that applies decides:
 *
 * <ol>
 *   <li>Encoded bytes that spell one character in UTF-8 (RFC 3629 section 4) are just that: {@code
 *       %20}, {@code %C3%A9}.
 *   <li>Two hexadecimal digits between percent signs are an encoded byte: {@code %AB%CD}.
 *   <li>A name that begins with two hexadecimal digits, and whose closing percent sign is followed
 *       by two more, could be meant either way ({@code %caller%20}, {@code %E9t%E9}): refused. The
 *       variable can be written in braces.
 *   <li>Any other {@code %name%} is a variable, any other percent sign with two hexadecimal digits
 *       an encoded byte; a percent sign that is neither is refused.
 * </ol>
 */
public final class Template {

    private static final String MORE = "[A-Za-z0-9_.-]";
    private static final String NAME = "[A-Za-z]" + MORE + "{0,63}";
    private static final String VARIABLE = "\\{(?<braced>" + NAME + ")}|%(?<percent>" + NAME + ")%";

    private static final String HEX = "[0-9A-Fa-f]";
    private static final String OCTET = "%" + HEX + "{2}";
    private static final String TAIL = "(?:%[89AaBb]" + HEX + ")";
    private static final String CHARACTER =
            String.join(
                    "|",
                    "%[0-7]" + HEX,
                    "%(?:[Cc][2-9A-Fa-f]|[Dd]" + HEX + ")" + TAIL,
                    "%[Ee]" + HEX + TAIL + "{2}",
                    "%[Ff][0-4]" + TAIL + "{3}");
    private static final String EITHER = "%[A-Fa-f]" + HEX + MORE + "+" + OCTET;

    private static final Pattern WHOLE_NAME = Pattern.compile(NAME);
    private static final Pattern TEXT = Pattern.compile("\\G(?:[^{}%]++|" + VARIABLE + "|%)");
    private static final Pattern URL =
            Pattern.compile(
                    "\\G(?!%s)(?:[^{}%%]++|%s|%s(?=%%)|%s|%s)"
                            .formatted(EITHER, CHARACTER, OCTET, VARIABLE, OCTET));

    private final List<Part> parts;
    private final UnaryOperator<String> encoding;

    private Template(List<Part> parts, UnaryOperator<String> encoding) {
        this.parts = parts;
        this.encoding = encoding;
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException if a brace belongs to no variable; the message goes on a
     *     sentence that begins with the member's name, and does not repeat the text
     */
    public static Template ofText(String text) {
        return new Template(parts(TEXT, text), UnaryOperator.identity());
    }

    /**
     * Reads a URL; that it is one is not checked.
     *
     * @throws IllegalArgumentException as {@link #ofText}, also if a percent sign opens neither a
     *     variable nor an encoded byte, or could open both
     */
    public static Template ofUrl(String url) {
        return new Template(parts(URL, url), Template::percentEncoded);
    }

    /** Whether this is the name of a variable, without braces or percent signs. */
    public static boolean isName(String text) {
        return WHOLE_NAME.matcher(text).matches();
    }

    /** The names of the variables in it. */
    public Set<String> variables() {
        return parts.stream()
                .filter(Part::variable)
                .map(Part::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The text with these values in place of the variables; in a URL they are percent-encoded. */
    public String fill(UnaryOperator<String> values) {
        return parts.stream()
                .map(
                        part ->
                                part.variable()
                                        ? encoding.apply(values.apply(part.text()))
                                        : part.text())
                .collect(Collectors.joining());
    }

    private static List<Part> parts(Pattern syntax, String source) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = syntax.matcher(source);
        int end = 0;
        while (end < source.length()) {
            if (!matcher.find()) {
                throw refusal(source.charAt(end));
            }
            parts.add(part(matcher));
            end = matcher.end();
        }
        return List.copyOf(parts);
    }

    private static Part part(Matcher matcher) {
        if (matcher.group("braced") != null) {
            return new Part(matcher.group("braced"), true);
        }
        return matcher.group("percent") == null
                ? new Part(matcher.group(), false)
                : new Part(matcher.group("percent"), true);
    }

    private static IllegalArgumentException refusal(char at) {
        return new IllegalArgumentException(
                at == '%'
                        ? "has a percent sign that is not clearly a variable's or an encoded byte's (a variable can stand in braces)"
                        : "has a brace that belongs to no variable");
    }

    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    /** A variable's name, or text as it stands. */
    private record Part(String text, boolean variable) {}
}
