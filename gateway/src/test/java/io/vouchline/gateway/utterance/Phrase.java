package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.language.Language;
import java.time.LocalDate;

/** Something that a caller says, and what it means. */
record Phrase(String language, Question question, String text, Heard expected) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    Heard heard() {
        int length = question == Question.DEBIT_CARD ? 4 : 6;
        return Listener.heard(
                new Turn(Turn.Kind.SPEECH, text),
                question,
                length,
                Language.of(language),
                language.equals("sv") ? "SE" : "US",
                TODAY);
    }

    boolean isRight() {
        return heard().equals(expected);
    }
}
