package io.vouchline.gateway.dialogflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vouchline.contract.number.Notation;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.access.LanguageTag;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import java.math.BigDecimal;
import java.text.Normalizer;
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

    private static final Pattern SPOKEN_CODE = Pattern.compile("[0-9]{1,16}");
    private static final int LONGEST_TEXT = 256;

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

    /** The caller's number: the component sends it without its country code. */
    PhoneNumber phoneNumber(String region) {
        String text = required("phone_number");
        return Notation.NATIONAL
                .read(text, region)
                .number()
                .orElseThrow(
                        () ->
                                ProblemType.MALFORMED.exception(
                                        "phone_number is not a telephone number."));
    }

    /**
     * A code as it was spoken or typed: digits, with blanks or hyphens between them. Empty if it is
     * anything else. A JSON number has lost its leading zeros: they are put back.
     */
    Optional<String> code(String name, int length) {
        JsonNode value = value(name);
        String text = required(name);
        String digits =
                Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Pd}]", "");
        if (!SPOKEN_CODE.matcher(digits).matches()) {
            return Optional.empty();
        }
        boolean padded = value.isNumber() && digits.length() < length;
        return Optional.of(padded ? "0".repeat(length - digits.length()) + digits : digits);
    }

    /**
     * The language of messages (BCP 47), if it is there. Anything else under its name counts as not
     * there: a code in another language is of more use than none.
     */
    Optional<String> language() {
        return Optional.ofNullable(values.get("language_code"))
                .map(Parameters::single)
                .filter(JsonNode::isTextual)
                .map(value -> value.textValue().strip())
                .filter(LanguageTag::isOne);
    }

    /** A text that must be there. */
    String required(String name) {
        String text = text(name, value(name)).strip();
        if (text.isEmpty()) {
            throw ProblemType.MALFORMED.exception(name + " is missing.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw ProblemType.MALFORMED.exception(name + " is too long.");
        }
        UnfilledTemplate.refuse(name, text);
        return text;
    }

    private static void add(Map<String, JsonNode> values, String name, JsonNode value) {
        if (values.putIfAbsent(lower(name), value) != null) {
            throw standsTwice();
        }
    }

    private static ProblemException standsTwice() {
        return ProblemType.MALFORMED.exception("A parameter must stand once.");
    }

    private JsonNode value(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            throw ProblemType.MALFORMED.exception(name + " is missing.");
        }
        return single(value);
    }

    private static JsonNode single(JsonNode value) {
        return value.isArray() && value.size() == 1 ? value.get(0) : value;
    }

    private static String text(String name, JsonNode value) {
        if (value.isNumber()) {
            return whole(name, value.decimalValue());
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isNull()) {
            return "";
        }
        throw ProblemType.MALFORMED.exception(name + " must be a text.");
    }

    /** 6.50253E9 and 6502530000.0 are 6502530000. */
    private static String whole(String name, BigDecimal number) {
        boolean plausible =
                number.signum() >= 0
                        && number.precision() <= 20
                        && number.scale() >= -20
                        && number.scale() <= 20;
        if (!plausible || number.stripTrailingZeros().scale() > 0) {
            throw ProblemType.MALFORMED.exception(name + " must be a whole number or a text.");
        }
        return number.toBigInteger().toString();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
