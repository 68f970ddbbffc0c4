package io.vouchline.gateway.conversation;

/** The conversation: what an event leads to. */
@SuppressWarnings("DoNotCallSuggester")
public final class Conversation {

    private Conversation() {}

    /** How it begins. */
    public static Step begin(Beginning beginning) {
        throw new UnsupportedOperationException(beginning.toString());
    }

    /** How it goes on; nothing changes what has ended. */
    public static Step next(State state, Event event) {
        throw new UnsupportedOperationException(state.toString() + event);
    }
}
