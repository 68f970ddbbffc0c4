package io.vouchline.gateway.voice;

import io.vouchline.gateway.conversation.Turn;
import java.util.regex.Pattern;

/** What a caller did, from what a platform tells of it. */
final class Input {

    /** The longest transcript or text that is read. */
    static final int LONGEST = 512;

    private static final Pattern KEYS = Pattern.compile("[0-9*#]{1,64}");

    private Input() {}

    /** Keys; a telephone with the keys A to D has pressed nothing that means anything. */
    static Turn keys(String keys) {
        return KEYS.matcher(keys).matches()
                ? new Turn(Turn.Kind.DTMF, keys)
                : without(keys.isEmpty() ? Turn.Kind.NO_INPUT : Turn.Kind.NO_MATCH);
    }

    /** A transcript; one that goes on and on is no answer to anything that is asked. */
    static Turn speech(String transcript) {
        return words(Turn.Kind.SPEECH, transcript);
    }

    /** What was typed. */
    static Turn text(String text) {
        return words(Turn.Kind.TEXT, text);
    }

    /** A kind that has no value. */
    static Turn without(Turn.Kind kind) {
        return new Turn(kind, "");
    }

    private static Turn words(Turn.Kind kind, String words) {
        if (words.isBlank()) {
            return without(Turn.Kind.NO_INPUT);
        }
        return words.length() > LONGEST ? without(Turn.Kind.NO_MATCH) : new Turn(kind, words);
    }
}
