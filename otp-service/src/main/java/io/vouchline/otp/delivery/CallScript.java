package io.vouchline.otp.delivery;

/** What a call says and asks, as TwiML. */
final class CallScript {

    private static final int TIMES_ASKED = 3;
    private static final int SECONDS_TO_PRESS = 5;

    private CallScript() {}

    /** Speaks the code twice. */
    static String code(Message message) {
        String said = say(MessageText.spoken(message));
        return response(said + "<Pause length=\"1\"/>" + said);
    }

    /**
     * Asks for keys before anything is told, so that no voicemail hears the code.
     *
     * @param action where the carrier is to post the pressed keys
     */
    static String question(Message message, String key, String action) {
        String asked =
                "<Gather input=\"dtmf\" numDigits=\"%d\" timeout=\"%d\" action=\"%s\" method=\"POST\">%s</Gather>"
                        .formatted(
                                ListenerKey.LENGTH,
                                SECONDS_TO_PRESS,
                                escaped(action),
                                say(MessageText.prompt(message, key)));
        return response(asked.repeat(TIMES_ASKED) + end(MessageText.farewell(message)));
    }

    /** Ends a call whose callee did not press the right key. */
    static String farewell(Message message) {
        return response(end(MessageText.farewell(message)));
    }

    /** Ends a call whose code is not live any more. */
    static String expired() {
        return response(end(MessageText.expired()));
    }

    private static String end(Speech speech) {
        return say(speech) + "<Hangup/>";
    }

    private static String say(Speech speech) {
        return "<Say language=\"%s\">%s</Say>"
                .formatted(escaped(speech.voice()), escaped(speech.words()));
    }

    private static String response(String verbs) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + verbs + "</Response>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
