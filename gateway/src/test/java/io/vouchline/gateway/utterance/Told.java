package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.language.Language;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was heard, written out for a table: the types themselves hide it. */
final class Told {

    private Told() {}

    static String speech(Question question, String text, String region) {
        return in(Turn.Kind.SPEECH, question, text, region);
    }

    static String keys(Question question, String keys, String region) {
        return in(Turn.Kind.DTMF, question, keys, region);
    }

    private static String in(Turn.Kind kind, Question question, String text, String region) {
        int length = question == Question.DEBIT_CARD ? 4 : 6;
        return of(
                Listener.heard(
                        new Turn(kind, text),
                        question,
                        length,
                        Language.of("en"),
                        region,
                        Phrase.TODAY));
    }

    static String of(Heard heard) {
        return switch (heard) {
            case Heard.Sign sign -> sign.name();
            case Heard.Telephone telephone -> telephone.text();
            case Heard.Country country -> "code " + country.callingCode();
            case Heard.Date date ->
                    part(date.year()) + "-" + part(date.month()) + "-" + part(date.day());
            case Heard.Expiry expiry -> part(expiry.year()) + "-" + part(expiry.month());
            case Heard.Digits digits -> digits.digits();
            case Heard.Amount amount -> amount.amount().toPlainString();
            case Heard.Mode mode -> mode.word();
            case Heard.WayChosen chosen -> chosen.way().name();
            case Heard.PartChosen chosen -> chosen.part().name();
        };
    }

    private static String part(@Nullable Object value) {
        return Objects.toString(value, "?");
    }
}
