package io.vouchline.gateway;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A call of every webhook as it is meant, and the fields of its answer. */
final class WebhookCalls {

    static final String NUMBER = "6502530000";

    private static final Map<String, String> PHONE = Map.of("phone_number", quoted(NUMBER));

    private static final Map<String, Map<String, String>> INPUTS =
            Map.of(
                    "telephony_verification", PHONE,
                    "get_credit_card_details", PHONE,
                    "security_answers", PHONE,
                    "send_otp", with("channel", "\"mobile\""),
                    "verify_otp", with("otp", "\"012345\""),
                    "2fa_validation", with("security_key", "\"012345\""),
                    "check_security_answer",
                            with("question", "\"debit_card\"", "answer", "\"1234\""));

    private static final Map<String, List<String>> FIELDS =
            Map.of(
                    "telephony_verification",
                    List.of("account_count", "last_four_digit_of_account_number", "email"),
                    "get_credit_card_details",
                    List.of("credit_card_count", "last_four_digit_of_credit_card_number", "email"),
                    "security_answers",
                    List.of(
                            "security_last_trans_amount",
                            "last_payment_mode",
                            "security_card_number",
                            "user_dob",
                            "cards_exp_date_all"),
                    "send_otp",
                    List.of("generated_otp", "otp_sent", "reason"),
                    "verify_otp",
                    List.of("otp_verified", "code_state", "auth_level"),
                    "2fa_validation",
                    List.of("security_key_verified", "code_state"),
                    "check_security_answer",
                    List.of("answer_correct"));

    private WebhookCalls() {}

    static List<String> names() {
        return INPUTS.keySet().stream().sorted().toList();
    }

    /** The name that Google's component has for it, or ours. */
    static String fullName(String webhook) {
        return switch (webhook) {
            case "get_credit_card_details" -> "prebuilt_components_account_services:" + webhook;
            case "verify_otp", "check_security_answer" -> "vouchline:" + webhook;
            default -> "prebuilt_components_authentication:" + webhook;
        };
    }

    static List<String> fields(String webhook) {
        return FIELDS.get(webhook);
    }

    /** The names of what the webhook takes. */
    static List<String> inputs(String webhook) {
        return INPUTS.get(webhook).keySet().stream().sorted().toList();
    }

    /** The parameters of a good call as members of a JSON object. */
    static String members(String webhook) {
        return members(INPUTS.get(webhook));
    }

    /** The same, of which one is another JSON value. */
    static String members(String webhook, String name, String value) {
        Map<String, String> inputs = new TreeMap<>(INPUTS.get(webhook));
        inputs.put(name, value);
        return members(inputs);
    }

    /** A flat JSON object. */
    static String flat(String members) {
        return "{" + members + "}";
    }

    private static String members(Map<String, String> inputs) {
        return inputs.entrySet().stream()
                .map(input -> quoted(input.getKey()) + ":" + input.getValue())
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> with(String... more) {
        Map<String, String> inputs = new TreeMap<>(PHONE);
        for (int i = 0; i < more.length; i += 2) {
            inputs.put(more[i], more[i + 1]);
        }
        return inputs;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
