package io.vouchline.gateway.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import io.vouchline.contract.problem.ProblemType;
import java.math.BigDecimal;

/** A text as platforms write it in JSON: they send numbers where text is meant. */
public final class WrittenText {

    private WrittenText() {}

    /**
     * The text; of a whole number its digits, so that 6.50253E9 and 6502530000.0 are 6502530000;
     * empty for null.
     *
     * @param name the parameter that holds the value
     * @throws io.vouchline.contract.problem.ProblemException 400 for anything else; it does not
     *     repeat the value
     */
    public static String read(String name, JsonNode value) {
        if (value.isNumber()) {
            return whole(name, value);
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isNull()) {
            return "";
        }
        throw ProblemType.MALFORMED.exception(name + " must be a text.");
    }

    private static String whole(String name, JsonNode value) {
        // What is too large for a double has become infinite, which is no decimal number.
        boolean finite = !value.isDouble() || Double.isFinite(value.doubleValue());
        BigDecimal number = finite ? value.decimalValue() : BigDecimal.ONE.negate();
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
}
