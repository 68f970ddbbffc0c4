package io.vouchline.otp.delivery;

import io.vouchline.contract.problem.ProblemType;

/** What a message says. */
public final class MessageText {

    private static final String CODE = "$$CODE$$";
    private static final String STANDARD = "Your verification code is " + CODE + ".";

    private MessageText() {}

    /**
     * Refuses a message without a place for the code.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400
     */
    public static void check(Message message) {
        String template = message.wording().template();
        if (template != null && !template.contains(CODE)) {
            throw ProblemType.MALFORMED.exception("template must hold " + CODE + ".");
        }
    }

    /** The text to be read by eye. */
    static String written(Message message) {
        return text(message, message.code());
    }

    /** The text to be heard: every digit on its own. */
    static String spoken(Message message) {
        return text(message, String.join(", ", message.code().split("")));
    }

    private static String text(Message message, String code) {
        String template = message.wording().template();
        return (template == null ? STANDARD : template).replace(CODE, code);
    }
}
