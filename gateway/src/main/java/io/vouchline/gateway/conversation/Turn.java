package io.vouchline.gateway.conversation;

/**
 * What the caller did, as the voice platform tells it.
 *
 * @param value the text, transcript or keys; empty where the kind has none
 */
public record Turn(Kind kind, String value) {

    /** The kinds of turns. */
    public enum Kind {
        /** Something was typed. */
        TEXT,
        /** Something was said: the transcript. */
        SPEECH,
        /** Keys were pressed. */
        DTMF,
        /** Nothing came in time. */
        NO_INPUT,
        /** Something was said that the platform could not make out. */
        NO_MATCH,
        /** The caller wants a person. */
        AGENT,
        /** The caller is gone. */
        HANGUP
    }

    @Override
    public String toString() {
        return "Turn[" + kind + "]";
    }
}
