package io.vouchline.otp.delivery;

import io.vouchline.contract.otp.OtpApi.Channel;
import io.vouchline.contract.problem.ProblemType;
import java.util.Optional;

/** What a message says: the caller's template, or the standard text of its language. */
public final class MessageText {

    private static final String CODE = "$$CODE$$";
    private static final String KEY = "$$KEY$$";

    /** Two text messages' worth: more costs the bank, and no code needs it. */
    private static final int LONGEST_TEXT_MESSAGE = 320;

    private MessageText() {}

    /**
     * Refuses a template that is of no use or could do harm on the message's way, or on any that
     * may follow: without a place for the code, with control characters, too long for a text
     * message.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400
     */
    public static void check(Message message) {
        for (Optional<Message> each = Optional.of(message);
                each.isPresent();
                each = each.get().following()) {
            checkOne(each.get());
        }
    }

    private static void checkOne(Message message) {
        Channel channel = message.destination().channel();
        String template = message.wording().template();
        if (template != null && !template.codePoints().allMatch(MessageText::isPlain)) {
            throw ProblemType.MALFORMED.exception(
                    "template must hold no control characters but line feeds.");
        }
        if (template != null && channel != Channel.PUSH && !template.contains(CODE)) {
            throw ProblemType.MALFORMED.exception("template must hold " + CODE + ".");
        }
        if (channel == Channel.SMS && written(message).length() > LONGEST_TEXT_MESSAGE) {
            throw ProblemType.MALFORMED.exception(
                    "template is too long: a text message has at most %d characters, the code and the origin's line included."
                            .formatted(LONGEST_TEXT_MESSAGE));
        }
    }

    /**
     * Whether mail, speech and text messages can carry it as it is. What turns the direction of
     * writing is refused too: it would let a text look like another.
     */
    private static boolean isPlain(int character) {
        return character == '\n'
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            false;
                    default ->
                            (character & 0xFFFE) != 0xFFFE
                                    && (character < 0x202A || character > 0x202E)
                                    && (character < 0x2066 || character > 0x2069);
                };
    }

    /** The text to be read by eye: a text message, or the text of an e-mail. */
    static String written(Message message) {
        boolean isMail = message.destination().channel() == Channel.EMAIL;
        Texts texts = texts(message);
        String text = own(message).orElse(isMail ? texts.mail() : texts.message());
        String origin = message.wording().origin();
        // The last line of an origin-bound code has this form and nothing else.
        String bound = isMail || origin == null ? "" : "\n@" + origin + " #" + CODE;
        return (text + bound).replace(CODE, message.code());
    }

    /** The subject of an e-mail: never the caller's. */
    static String subject(Message message) {
        return texts(message).subject();
    }

    /** The text to be heard: every digit on its own. */
    static Speech spoken(Message message) {
        String language = message.wording().language();
        Texts texts = texts(message);
        String digits = apart(message.code());
        return own(message)
                .map(text -> Speech.own(language, text.replace(CODE, digits)))
                .orElseGet(
                        () ->
                                Speech.standard(
                                        language, texts, texts.spoken().replace(CODE, digits)));
    }

    private static String apart(String digits) {
        return String.join(", ", digits.split(""));
    }

    /** What asks for the keys that show a person is listening. */
    static Speech prompt(Message message, String key) {
        return standard(message, texts(message).prompt().replace(KEY, apart(key)));
    }

    /** What a call ends with if nobody pressed the key. */
    static Speech farewell(Message message) {
        return standard(message, texts(message).farewell());
    }

    /** What is told when the code, and with it the message's language, is gone. */
    static Speech expired() {
        Texts texts = Texts.of("");
        return new Speech(texts.voice(), texts.expired());
    }

    private static Speech standard(Message message, String words) {
        return Speech.standard(message.wording().language(), texts(message), words);
    }

    private static Texts texts(Message message) {
        return Texts.of(message.wording().language());
    }

    private static Optional<String> own(Message message) {
        return Optional.ofNullable(message.wording().template());
    }
}
