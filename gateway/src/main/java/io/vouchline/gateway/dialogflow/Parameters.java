package io.vouchline.gateway.dialogflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.LanguageTag;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import io.vouchline.gateway.dialect.WrittenText;
import io.vouchline.gateway.language.Language;
import io.vouchline.gateway.utterance.Listener;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of a webhook call, as Dialogflow really sends them: names in any letter case,
 * numbers where text is meant, a list around a single value, a template that was never filled in.
 */
final class Parameters {

    static final String PHONE_NUMBER = "phone_number";
    static final String LANGUAGE = "language_code";

    /** How an agent refers to a parameter. */
    private static final Pattern REFERENCE =
            Pattern.compile("\\$?(?:session\\.params|page\\.params|intent\\.params|flow)\\.");

    private static final int LONGEST_TEXT = 256;

    /** The prebuilt components speak nothing else. */
    private static final String ENGLISH = "en";

    private final Map<String, JsonNode> values;

    private Parameters(Map<String, JsonNode> values) {
        this.values = values;
    }

    /** The members of a flat JSON object. */
    static Parameters of(JsonNode body) {
        if (!body.isObject()) {
            throw ProblemType.MALFORMED.exception("The body must be a JSON object.");
        }
        Map<String, JsonNode> values = new HashMap<>();
        body.properties().forEach(member -> add(values, member.getKey(), member.getValue()));
        return new Parameters(values);
    }

    /** The parameters of a query. */
    static Parameters of(Map<String, List<String>> query) {
        Map<String, JsonNode> values = new HashMap<>();
        query.forEach(
                (name, texts) -> {
                    if (texts.size() != 1) {
                        throw standsTwice();
                    }
                    add(values, name, TextNode.valueOf(texts.getFirst()));
                });
        return new Parameters(values);
    }

    /**
     * The parameters of several objects: a value is that of the first object that has one. Whatever
     * else a conversation holds is not looked at, so that a name may stand twice which nobody asks
     * for.
     */
    static Parameters ofAll(List<JsonNode> objects) {
        Map<String, JsonNode> values = new HashMap<>();
        for (JsonNode object : objects) {
            Map<String, JsonNode> bare = new HashMap<>();
            Map<String, JsonNode> referred = new HashMap<>();
            object.properties()
                    .forEach(member -> collect(member.getKey(), member.getValue(), bare, referred));
            bare.forEach(values::putIfAbsent);
            referred.forEach(values::putIfAbsent);
        }
        return new Parameters(values);
    }

    /** The caller's number: the component sends it without its country code. */
    PhoneNumber phoneNumber(String region) {
        String text = required(PHONE_NUMBER);
        return Notation.NATIONAL
                .read(text, region)
                .number()
                .orElseThrow(
                        () ->
                                ProblemType.MALFORMED.exception(
                                        "phone_number is not a telephone number."));
    }

    /**
     * A code as it was spoken or typed. Empty if it is anything else. A JSON number has lost its
     * leading zeros: they are put back.
     *
     * @param length the digits of a code
     */
    Optional<String> code(String name, int length) {
        boolean number = value(name).isNumber();
        return Listener.code(required(name), length, Language.of(ENGLISH))
                .map(
                        digits ->
                                number
                                        ? "0".repeat(Math.max(0, length - digits.length())) + digits
                                        : digits);
    }

    /**
     * The language of messages (BCP 47), if it is there. Anything else under its name counts as not
     * there: a code in another language is of more use than none.
     */
    Optional<String> language() {
        return Optional.ofNullable(values.get(LANGUAGE))
                .map(Parameters::single)
                .filter(JsonNode::isTextual)
                .map(value -> value.textValue().strip())
                .filter(LanguageTag::isOne)
                .map(Parameters::inUsualCase);
    }

    /** A text that must be there. */
    String required(String name) {
        String text = WrittenText.read(name, value(name)).strip();
        if (text.isEmpty()) {
            throw ProblemType.MALFORMED.exception(name + " is missing.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw ProblemType.MALFORMED.exception(name + " is too long.");
        }
        UnfilledTemplate.refuse(name, text);
        return text;
    }

    /** A value that must be there, whatever it is; of a list with one element, that element. */
    JsonNode value(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            throw ProblemType.MALFORMED.exception(name + " is missing.");
        }
        if (value.isMissingNode()) {
            throw standsTwice();
        }
        return single(value);
    }

    private static void add(Map<String, JsonNode> values, String name, JsonNode value) {
        if (values.putIfAbsent(lower(name), value) != null) {
            throw standsTwice();
        }
    }

    /** One name in two letter cases with two values is nobody's to choose between. */
    private static void collect(
            String name,
            JsonNode value,
            Map<String, JsonNode> bare,
            Map<String, JsonNode> referred) {
        if (isNothing(value)) {
            return;
        }
        String lower = lower(name);
        String parameter = REFERENCE.matcher(lower).replaceFirst("");
        Map<String, JsonNode> into = parameter.length() == lower.length() ? bare : referred;
        JsonNode other = into.putIfAbsent(parameter, value);
        if (other != null && !other.equals(value)) {
            JsonNode _ = into.put(parameter, MissingNode.getInstance());
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || (value.isTextual() && value.textValue().isBlank());
    }

    private static ProblemException standsTwice() {
        return ProblemType.MALFORMED.exception("A parameter must stand once.");
    }

    private static JsonNode single(JsonNode value) {
        return value.isArray() && value.size() == 1 ? value.get(0) : value;
    }

    /** Real agents write en-us. What Java cannot order stays as it is. */
    private static String inUsualCase(String tag) {
        String ordered = Locale.forLanguageTag(tag).toLanguageTag();
        return ordered.equalsIgnoreCase(tag) ? ordered : tag;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
