package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Heard.Mode;
import io.vouchline.gateway.conversation.Heard.Part;
import io.vouchline.gateway.conversation.Heard.PartChosen;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Heard.WayChosen;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Way;
import io.vouchline.gateway.language.Sense;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be chosen from, in the order of the keys 1, 2 and so on. */
final class Choices {

    private static final Map<Sense, Heard> WAYS =
            ordered(
                    Map.entry(Sense.WAY_PHONE, new WayChosen(Way.PHONE)),
                    Map.entry(Sense.WAY_EMAIL, new WayChosen(Way.EMAIL)));

    /** The document's words, in its order. */
    private static final Map<Sense, Heard> MODES =
            ordered(
                    Map.entry(Sense.MODE_MOBILE, new Mode("mobile")),
                    Map.entry(Sense.MODE_UPI, new Mode("upi")),
                    Map.entry(Sense.MODE_ONLINE, new Mode("online")),
                    Map.entry(Sense.MODE_DEBIT, new Mode("debit")),
                    Map.entry(Sense.MODE_CREDIT, new Mode("credit")),
                    Map.entry(Sense.MODE_ACCOUNT, new Mode("account")));

    private static final Map<Sense, Heard> PARTS =
            ordered(
                    Map.entry(Sense.PART_WHOLE, new PartChosen(Part.WHOLE)),
                    Map.entry(Sense.PART_MONTH, new PartChosen(Part.MONTH)),
                    Map.entry(Sense.PART_YEAR, new PartChosen(Part.YEAR)));

    private static final Map<Sense, Heard> ANSWERS =
            ordered(Map.entry(Sense.YES, Sign.YES), Map.entry(Sense.NO, Sign.NO));

    private static final Map<Sense, Heard> READY = ordered(Map.entry(Sense.READY, Sign.READY));

    private Choices() {}

    @SafeVarargs
    private static Map<Sense, Heard> ordered(Map.Entry<Sense, ? extends Heard>... entries) {
        Map<Sense, Heard> choices = new LinkedHashMap<>();
        for (Map.Entry<Sense, ? extends Heard> entry : entries) {
            choices.put(entry.getKey(), entry.getValue());
        }
        return choices;
    }

    private static Map<Sense, Heard> of(Question question) {
        return switch (question.kind()) {
            case YESNO -> ANSWERS;
            case READY -> READY;
            case CHOICE ->
                    switch (question) {
                        case CHANNEL -> WAYS;
                        case PAYMENT_MODE -> MODES;
                        default -> PARTS;
                    };
            case COUNTRY, PHONE, DIGITS, DATE, EXPIRY, AMOUNT -> Map.of();
        };
    }

    /** What a key chooses; null if it chooses nothing. */
    static @Nullable Heard byKey(Question question, String key) {
        List<Heard> choices = List.copyOf(of(question).values());
        int place = key.length() == 1 ? key.charAt(0) - '1' : -1;
        return place >= 0 && place < choices.size() ? choices.get(place) : null;
    }

    /** The only choice that was named; null for none and for several. */
    static @Nullable Heard named(Question question, Utterance said) {
        if (question == Question.EXPIRY_CHANGE && said.has(Sense.PART_WHOLE)) {
            return said.has(Sense.NOT) ? null : new PartChosen(Part.WHOLE);
        }
        // "The month is wrong" chooses it.
        boolean no = question != Question.EXPIRY_CHANGE && said.has(Sense.NO);
        // "I lost my phone" does not choose it.
        boolean denied = no || said.has(Sense.NOT) || said.has(Sense.LACKING);
        List<Heard> named =
                of(question).entrySet().stream()
                        .filter(choice -> said.has(choice.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
        return named.size() == 1 && !denied ? named.getFirst() : null;
    }
}
