package io.vouchline.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.problem.ProblemException;
import io.vouchline.contract.problem.ProblemType;
import io.vouchline.gateway.conversation.Parameters;
import io.vouchline.gateway.dialect.UnfilledTemplate;
import io.vouchline.gateway.dialect.WrittenNumber;
import io.vouchline.gateway.dialect.WrittenText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The input parameters of the Dialogflow document, by their bare names in lower case. Flows send
 * numbers as 1, 1.0 and "1", and truth values as texts; what is null or blank was not set. Whatever
 * else is refused with 400, which names the parameter and repeats no value.
 */
final class SessionParameters {

    private static final String LEVEL = "auth_level";
    private static final String LEVEL_WANTED = "auth_level_req";
    private static final String ACCOUNTS = "account_auth_enabled";
    private static final String CARDS = "card_auth_enabled";
    private static final String NUMBER = "phone_number";
    private static final String NUMBER_RETRIES = "max_retry_telephone_counter";
    private static final String ANSWER_RETRIES = "max_retry_security_ans_count";
    private static final String CARD_RETRIES = "max_retry_card_counter";
    private static final String CODE_RETRIES = "max_retry_otp_count";
    private static final String NOT_RECEIVED_RETRIES = "max_retry_otp_not_received";
    private static final String KEY_RETRIES = "max_retry_security_key";
    private static final String DENIALS = "security_ans_denial_count";
    private static final String WRONG_ANSWERS = "security_ans_mid_count";
    private static final String CODE_LENGTH = "otp_length";
    private static final String KEY_LENGTH = "security_key_length";

    private static final Set<String> NAMES =
            Set.of(
                    LEVEL,
                    LEVEL_WANTED,
                    ACCOUNTS,
                    CARDS,
                    NUMBER,
                    NUMBER_RETRIES,
                    ANSWER_RETRIES,
                    CARD_RETRIES,
                    CODE_RETRIES,
                    NOT_RECEIVED_RETRIES,
                    KEY_RETRIES,
                    DENIALS,
                    WRONG_ANSWERS,
                    CODE_LENGTH,
                    KEY_LENGTH);

    private static final int HIGHEST_LEVEL = 2;

    /** More retries than anybody needs, and none that a guesser could live on. */
    private static final int MOST = 10;

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}(\\.0{1,9})?");
    private static final Pattern NOBODY = Pattern.compile("-1(\\.0{1,9})?");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_]{1,64}");

    private final Map<String, JsonNode> values;
    private final @Nullable PhoneNumber ani;

    private SessionParameters(Map<String, JsonNode> values, @Nullable PhoneNumber ani) {
        this.values = values;
        this.ani = ani;
    }

    /**
     * Reads them.
     *
     * @param ani the calling number, if it is known
     * @param region the region of numbers without a country calling code
     */
    static AskedFor read(Map<String, JsonNode> values, @Nullable PhoneNumber ani, String region) {
        values.keySet().stream().sorted().forEach(SessionParameters::checkName);
        return new SessionParameters(values, ani).read(region);
    }

    private static void checkName(String name) {
        if (!NAMES.contains(name)) {
            throw ProblemType.MALFORMED.exception(
                    HARMLESS.matcher(name).matches()
                            ? name + " is not a parameter."
                            : "A name is not that of a parameter.");
        }
    }

    private AskedFor read(String region) {
        return new AskedFor(parameters(), claim(), number(region));
    }

    private Parameters parameters() {
        return new Parameters(
                whole(LEVEL_WANTED, required(LEVEL_WANTED), 0, HIGHEST_LEVEL),
                truth(ACCOUNTS),
                truth(CARDS),
                count(NUMBER_RETRIES, 1),
                count(ANSWER_RETRIES, 3),
                count(CARD_RETRIES, 2),
                count(CODE_RETRIES, 3),
                count(NOT_RECEIVED_RETRIES, 1),
                count(KEY_RETRIES, 3),
                count(DENIALS, 1),
                count(WRONG_ANSWERS, 2),
                within(CODE_LENGTH, 6, 4, 10),
                within(KEY_LENGTH, 6, 6, 8));
    }

    private @Nullable Integer claim() {
        return given(LEVEL)
                .filter(value -> !isNobody(value))
                .map(value -> whole(LEVEL, value, 0, HIGHEST_LEVEL))
                .orElse(null);
    }

    /** Google's own Greeting says -1 where it has found nobody. */
    private static boolean isNobody(JsonNode value) {
        return NOBODY.matcher(value.asText().strip()).matches();
    }

    private @Nullable PhoneNumber number(String region) {
        return given(NUMBER)
                .map(value -> WrittenText.read(NUMBER, value))
                .map(text -> number(text, region))
                .orElse(null);
    }

    /** The calling number may be told as its national number, which is how we tell it. */
    private PhoneNumber number(String text, String region) {
        return ani != null && text.strip().equals(ani.nationalNumber())
                ? ani
                : WrittenNumber.read(NUMBER, text, region);
    }

    private int count(String name, int otherwise) {
        return within(name, otherwise, 0, MOST);
    }

    private int within(String name, int otherwise, int least, int most) {
        return given(name).map(value -> whole(name, value, least, most)).orElse(otherwise);
    }

    private boolean truth(String name) {
        JsonNode value = required(name);
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return switch (text(name, value).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemType.MALFORMED.exception(name + " must be true or false.");
        };
    }

    private static int whole(String name, JsonNode value, int least, int most) {
        return number(name, value)
                .filter(number -> number.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(most)) <= 0)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValue)
                .orElseThrow(() -> outside(name, least, most));
    }

    private static Optional<BigDecimal> number(String name, JsonNode value) {
        if (value.isNumber()) {
            // What is too large for a double has become infinite, which is no decimal number.
            return value.isDouble() && !Double.isFinite(value.doubleValue())
                    ? Optional.empty()
                    : Optional.of(value.decimalValue());
        }
        return Optional.of(text(name, value))
                .filter(text -> WHOLE.matcher(text).matches())
                .map(BigDecimal::new);
    }

    private static ProblemException outside(String name, int least, int most) {
        return ProblemType.MALFORMED.exception(
                "%s must be a whole number from %d to %d.".formatted(name, least, most));
    }

    /** Its text; empty if it is none. */
    private static String text(String name, JsonNode value) {
        String text = value.isTextual() ? value.textValue().strip() : "";
        UnfilledTemplate.refuse(name, text);
        return text;
    }

    private JsonNode required(String name) {
        return given(name)
                .orElseThrow(() -> ProblemType.MALFORMED.exception(name + " is missing."));
    }

    private Optional<JsonNode> given(String name) {
        JsonNode value = values.getOrDefault(name, NullNode.getInstance());
        boolean nothing = value.isNull() || (value.isTextual() && value.textValue().isBlank());
        return nothing ? Optional.empty() : Optional.of(value);
    }
}
