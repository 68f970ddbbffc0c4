package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Question.Kind;
import io.vouchline.gateway.language.Language;
import io.vouchline.gateway.language.Sense;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what was said or typed. */
final class Words {

    private static final Set<Sense> DENIAL = EnumSet.of(Sense.NO, Sense.NOT, Sense.FILLER);

    private static final Set<Sense> ASKING = EnumSet.of(Sense.REPEAT, Sense.FILLER);

    private final Utterance said;
    private final Values values;
    private final Question question;

    private Words(Utterance said, Values values) {
        this.said = said;
        this.values = values;
        question = values.question();
    }

    static Heard heard(String text, Values values, Language language) {
        Kind kind = values.question().kind();
        boolean countries = kind == Kind.COUNTRY || kind == Kind.PHONE;
        Utterance said =
                Utterance.of(text, language, Counting.senses(values.question()), countries);
        return new Words(said, values).heard();
    }

    private Heard heard() {
        Heard value = value();
        Heard wish = wish();
        if (wish != null) {
            // A choice is named in a refusal too: "I won't give you my email".
            boolean both = value != null && isValue();
            return both ? Sign.NOTHING : wish;
        }
        if (value != null) {
            return value;
        }
        Heard remark = remark();
        if (remark != null) {
            return remark;
        }
        if (question.kind() != Kind.YESNO && isDenial()) {
            return Sign.REFUSAL;
        }
        return said.has(Sense.REPEAT) && said.isOnly(ASKING) ? Sign.REPEAT : Sign.NOTHING;
    }

    private boolean isValue() {
        return switch (question.kind()) {
            case YESNO, CHOICE, READY -> false;
            case COUNTRY, PHONE, DIGITS, DATE, EXPIRY, AMOUNT -> true;
        };
    }

    private @Nullable Heard value() {
        return switch (question.kind()) {
            case YESNO -> first(Agreement.of(said), byNumber());
            case CHOICE -> first(Choices.named(question, said), byNumber());
            case READY -> ready();
            case COUNTRY, PHONE, DIGITS, DATE, EXPIRY, AMOUNT -> values.of(said);
        };
    }

    private @Nullable Heard ready() {
        if (said.has(Sense.NOT_YET)) {
            return Sign.WAIT;
        }
        if (said.has(Sense.NOT) || said.has(Sense.NO)) {
            return null;
        }
        Heard ready = said.has(Sense.READY) ? Sign.READY : Agreement.of(said);
        return first(ready, byNumber());
    }

    /** A number of a choice, if nothing else is said. */
    private @Nullable Heard byNumber() {
        List<Item> items =
                said.items().stream()
                        .filter(item -> !item.is(Item.Kind.NOISE))
                        .filter(item -> !item.senses().contains(Sense.FILLER))
                        .toList();
        boolean one =
                items.size() == 1
                        && (items.getFirst().is(Item.Kind.DIGITS)
                                || items.getFirst().is(Item.Kind.UNIT));
        return one ? Choices.byKey(question, Integer.toString(items.getFirst().value())) : null;
    }

    private static @Nullable Heard first(@Nullable Heard one, @Nullable Heard other) {
        return one == null ? other : one;
    }

    /** What goes before an answer. */
    private @Nullable Heard wish() {
        if (said.has(Sense.AGENT)) {
            return Sign.AGENT;
        }
        if (said.has(Sense.REFUSAL)) {
            return Sign.REFUSAL;
        }
        boolean missed = said.has(Sense.NOT_RECEIVED) || said.has(Sense.MISSED);
        return missed && question == Question.CODE ? Sign.NOT_RECEIVED : null;
    }

    /** What counts where no answer is. */
    private @Nullable Heard remark() {
        if (said.has(Sense.APP)) {
            return isDenied() ? Sign.NOTHING : Sign.APP;
        }
        if (is(Sense.WAIT)) {
            return Sign.WAIT;
        }
        if (is(Sense.REPEAT) || said.has(Sense.MISSED)) {
            return Sign.REPEAT;
        }
        return is(Sense.READY) && !said.has(Sense.NOT) ? Sign.READY : null;
    }

    /** Whether a phrase has this sense that does not also stand around answers. */
    private boolean is(Sense sense) {
        return said.items().stream()
                .map(Item::senses)
                .anyMatch(senses -> senses.contains(sense) && !senses.contains(Sense.FILLER));
    }

    private boolean isDenied() {
        return said.has(Sense.NO) || said.has(Sense.NOT) || said.has(Sense.LACKING);
    }

    private boolean isDenial() {
        return (said.has(Sense.NO) || said.has(Sense.NOT)) && said.isOnly(DENIAL);
    }
}
