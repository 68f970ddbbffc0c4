package io.vouchline.gateway.utterance;

import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.language.Language;

/** Finds out what a caller meant. */
public final class Listener {

    private Listener() {}

    /**
     * What a turn means as an answer to a question. Never throws, whatever the text.
     *
     * @param length how many digits the code, key or card has that is asked for
     * @param region the region (ISO 3166-1 alpha-2): decides how dates in digits are read
     */
    public static Heard heard(
            Turn turn, Question question, int length, Language language, String region) {
        throw new UnsupportedOperationException(turn.toString() + question + length + language);
    }
}
