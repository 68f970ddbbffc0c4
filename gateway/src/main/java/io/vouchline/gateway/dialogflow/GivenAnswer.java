package io.vouchline.gateway.dialogflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import java.math.BigDecimal;
import java.util.List;

/**
 * A security answer as an agent hands it over: a text, a number, or the members of a date or an
 * amount. What the words mean is lookup-service's to read; here is only seen to that there is an
 * answer, so that no fault of a flow counts as a wrong one.
 */
final class GivenAnswer {

    private static final String NAME = "answer";
    private static final int LONGEST_TEXT = 256;
    private static final int MOST_DIGITS = 32;

    /** Of dates and expiries, and of amounts. */
    private static final List<String> MEMBERS =
            List.of("day", "month", "year", "amount", "currency");

    private GivenAnswer() {}

    /**
     * The answer.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400 for what is none; it does not
     *     repeat the text
     */
    static JsonNode read(JsonNode given) {
        return given.isObject() ? members(given) : scalar(given);
    }

    /** Dialogflow's dates have further members, such as {@code "partial":{}}: nobody needs them. */
    private static JsonNode members(JsonNode given) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        for (String name : MEMBERS) {
            JsonNode member = given.path(name);
            if (member.isNumber() || (member.isTextual() && !member.textValue().isBlank())) {
                JsonNode _ = members.set(name, scalar(member));
            }
        }
        if (members.isEmpty()) {
            throw ProblemType.MALFORMED.exception(NAME + " is missing.");
        }
        return members;
    }

    private static JsonNode scalar(JsonNode given) {
        if (given.isTextual()) {
            return text(given);
        }
        if (given.isNumber() && isBounded(given.decimalValue())) {
            return given;
        }
        throw ProblemType.MALFORMED.exception(
                given.isNull()
                        ? NAME + " is missing."
                        : NAME + " must be a text, a number, a date or an amount.");
    }

    private static JsonNode text(JsonNode given) {
        String text = given.textValue();
        if (text.isBlank()) {
            throw ProblemType.MALFORMED.exception(NAME + " is missing.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw ProblemType.MALFORMED.exception(NAME + " is too long.");
        }
        UnfilledTemplate.refuse(NAME, text);
        return given;
    }

    /** Written out, 1E400000000 would fill the memory. */
    private static boolean isBounded(BigDecimal number) {
        return number.precision() <= MOST_DIGITS
                && -MOST_DIGITS <= number.scale()
                && number.scale() <= MOST_DIGITS;
    }
}
