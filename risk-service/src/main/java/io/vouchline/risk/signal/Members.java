package io.vouchline.risk.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The members of a JSON object of the weights file. Whatever is not as expected stops the start.
 */
final class Members {

    private static final int LONGEST_SHOWN = 40;

    private final String origin;
    private final String path;
    private final JsonNode object;

    private Members(String origin, String path, JsonNode object) {
        this.origin = origin;
        this.path = path;
        this.object = object;
    }

    /** The members of the whole document. */
    static Members of(String origin, JsonNode document) {
        if (!document.isObject()) {
            throw unusable(origin, "it holds no JSON object; copy the weights.json of this build");
        }
        return new Members(origin, "", document);
    }

    /** What keeps the service from starting, and what to do about it. */
    static IllegalStateException unusable(String origin, String why) {
        return new IllegalStateException("%s is no usable weights file: %s".formatted(origin, why));
    }

    /** The names of the members, sorted. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Refuses members that are missing and members that nobody knows. */
    Members exactly(Set<String> expected) {
        Set<String> names = names();
        for (String name : new TreeSet<>(expected)) {
            if (!names.contains(name)) {
                throw unusable(origin, "%s is missing; add it".formatted(path + name));
            }
        }
        names.removeAll(expected);
        for (String name : names) {
            throw unusable(origin, "%s is unknown; remove it".formatted(path + shown(name)));
        }
        return this;
    }

    /** The members of a member that is an object. */
    Members object(String name) {
        JsonNode member = object.path(name);
        if (!member.isObject()) {
            throw refused(name, "an object");
        }
        return new Members(origin, path + name + '.', member);
    }

    /** A text of 1 to this many characters, none of them a control character. */
    String text(String name, int longest) {
        JsonNode member = object.path(name);
        String text = member.asText();
        if (!member.isTextual()
                || text.isBlank()
                || text.length() > longest
                || text.chars().anyMatch(Character::isISOControl)) {
            throw refused(
                    name,
                    "a text of 1 to %d characters without control characters".formatted(longest));
        }
        return text;
    }

    /** A number within these bounds. */
    double number(String name, double lowest, double highest) {
        JsonNode member = object.path(name);
        double number = member.asDouble();
        // Written so that no number at all is refused too.
        if (!member.isNumber() || !(number >= lowest && number <= highest)) {
            throw refused(
                    name,
                    String.format(
                            Locale.ROOT, "a number from %s to %s", plain(lowest), plain(highest)));
        }
        return number;
    }

    private IllegalStateException refused(String name, String wanted) {
        return unusable(
                origin,
                "%s is %s; write %s"
                        .formatted(
                                path + shown(name), shown(object.path(name).toString()), wanted));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}
