package io.vouchline.gateway.telesign;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parameters that change nothing here. Where the reference states a rule, it holds; all others,
 * those of old clients too ({@code verify_method}, {@code redial}, {@code call_forward_action},
 * {@code session_id}, {@code preference}, {@code ignore_risk}), are bounded by the form and left
 * alone.
 */
final class UnusedParameters {

    /** The reference's list, and TELF of its older form. */
    private static final Set<String> USE_CASES =
            Set.of(
                    "ATCK", "BACF", "BACS", "CHBK", "CLDR", "LEAD", "OTHR", "PWRT", "RESV", "RXPF",
                    "SHIP", "TELF", "THEF", "TRVF", "UNKN");

    private static final int LONGEST_PROMPT = 2_000;
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern SWITCH = Pattern.compile("[01]");
    private static final Pattern CALLER = Pattern.compile("\\+?[0-9]{1,20}");
    private static final Pattern DIALLED = Pattern.compile("[0-9,]{1,28}");
    private static final Pattern SPOKEN = Pattern.compile("[0-9]{1,28}");
    private static final Pattern BOOLEAN = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);

    /** The text parameters of text messages by their longest value. */
    private static final Map<String, Integer> LONGEST =
            Map.of("sender_id", 20, "dlt_template_id", 40, "dlt_entity_id", 40);

    private UnusedParameters() {}

    /** The rules of {@code POST /v1/verify/call}. */
    static void checkOfCall(FormBody form, String language) {
        useCase(form);
        form.value("prompt_message")
                .filter(text -> text.codePointCount(0, text.length()) > LONGEST_PROMPT)
                .ifPresent(text -> refuse("PromptMessage"));
        matching(form, "prompt_digit", DIGIT, "PromptDigit");
        matching(form, "caller_id", CALLER, "CallerId");
        pressX(form, language);
        extension(form);
    }

    /** The rules of {@code POST /v1/verify/sms}. */
    static void checkOfText(FormBody form) {
        useCase(form);
        matching(form, "is_primary", BOOLEAN, "IsPrimary");
        matching(form, "sim_swap_check", BOOLEAN, "SimSwapCheck");
        LONGEST.forEach(
                (name, longest) ->
                        form.value(name)
                                .filter(text -> text.length() > longest)
                                .ifPresent(text -> refuse(spelled(name))));
    }

    private static void useCase(FormBody form) {
        form.value("ucid")
                .filter(code -> !USE_CASES.contains(code.toUpperCase(Locale.ROOT)))
                .ifPresent(code -> refuse("Ucid"));
    }

    /** It speaks English only, and nothing of the client's own. */
    private static void pressX(FormBody form, String language) {
        matching(form, "pressx", SWITCH, "Pressx");
        boolean english = language.toLowerCase(Locale.ROOT).matches("en(-.*)?");
        if (form.value("pressx").filter("1"::equals).isPresent()
                && (!english || form.value("tts_message").isPresent())) {
            refuse("Pressx");
        }
    }

    private static void extension(FormBody form) {
        String type = form.value("extension_type").orElse("0");
        Optional<String> extension = form.value("extension_template");
        switch (type) {
            // Without a type the extension means nothing, whatever it is.
            case "0" -> extension.ifPresent(text -> mustMatch(text, DIALLED));
            case "1" -> mustMatch(extension.orElse(""), DIALLED);
            case "2" -> mustMatch(extension.orElse(""), SPOKEN);
            default -> refuse("ExtensionType");
        }
    }

    private static void mustMatch(String extension, Pattern form) {
        if (!form.matcher(extension).matches()) {
            refuse("ExtensionTemplate");
        }
    }

    private static void matching(FormBody form, String name, Pattern pattern, String spelled) {
        form.value(name)
                .filter(text -> !pattern.matcher(text).matches())
                .ifPresent(text -> refuse(spelled));
    }

    /** {@code sender_id} is SenderId in messages. */
    private static String spelled(String name) {
        StringBuilder spelled = new StringBuilder();
        for (String word : name.split("_", -1)) {
            spelled.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return spelled.toString();
    }

    private static void refuse(String name) {
        throw Parameter.wrong(name);
    }
}
