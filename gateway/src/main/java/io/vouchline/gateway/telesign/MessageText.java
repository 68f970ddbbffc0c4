package io.vouchline.gateway.telesign;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a message in the platform's own words.
 *
 * @param parameter the parameter that it came in, in Telesign's spelling
 * @param text holds {@code $$CODE$$} where the code goes
 */
record MessageText(String parameter, String text) {

    private static final String PLACE = "$$CODE$$";
    private static final int LONGEST = 500;

    /** The longest amount or payee. */
    private static final int LONGEST_DETAIL = 40;

    /** What is said in a call: tts_message is the reference's name, template the document's. */
    static Optional<MessageText> ofCall(FormBody form, Optional<String> code) {
        return form.value("tts_message")
                .map(text -> new MessageText("TtsMessage", text))
                .or(() -> form.value("template").map(text -> new MessageText("Template", text)))
                .map(message -> message.withPlace(code));
    }

    /** What a text message says, with the payment that it may name. */
    static Optional<MessageText> ofText(FormBody form, Optional<String> code) {
        Optional<String> amount = detail(form, "transaction_amount", "TransactionAmount");
        Optional<String> payee = detail(form, "transaction_payee", "TransactionPayee");
        if (amount.isPresent() != payee.isPresent()) {
            throw Parameter.wrong(amount.isPresent() ? "TransactionPayee" : "TransactionAmount");
        }
        return form.value("template")
                .map(text -> text.replace("$$AMOUNT$$", amount.orElse("")))
                .map(text -> text.replace("$$PAYEE$$", payee.orElse("")))
                .map(text -> new MessageText("Template", text).withPlace(code));
    }

    private static Optional<String> detail(FormBody form, String name, String spelled) {
        Optional<String> detail = form.value(name);
        if (detail.filter(text -> text.length() > LONGEST_DETAIL || text.contains("$$"))
                .isPresent()) {
            throw Parameter.wrong(spelled);
        }
        return detail;
    }

    /** A platform that makes its own code may write the code itself instead of its place. */
    private MessageText withPlace(Optional<String> code) {
        String placed =
                text.contains(PLACE) ? text : code.map(digits -> placed(text, digits)).orElse(text);
        if (placed.length() > LONGEST || !placed.contains(PLACE)) {
            throw Parameter.wrong(parameter);
        }
        return new MessageText(parameter, placed);
    }

    /** Digits that are part of a longer number are not the code. */
    private static String placed(String text, String code) {
        return Pattern.compile("(?<![0-9])" + code + "(?![0-9])")
                .matcher(text)
                .replaceAll("\\$\\$CODE\\$\\$");
    }

    @Override
    public String toString() {
        return "MessageText[" + parameter + "]";
    }
}
