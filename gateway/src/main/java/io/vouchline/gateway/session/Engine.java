package io.vouchline.gateway.session;

import io.vouchline.gateway.conversation.Beginning;
import io.vouchline.gateway.conversation.Conversation;
import io.vouchline.gateway.conversation.Event;
import io.vouchline.gateway.conversation.Expectation;
import io.vouchline.gateway.conversation.Heard;
import io.vouchline.gateway.conversation.Question;
import io.vouchline.gateway.conversation.State;
import io.vouchline.gateway.conversation.Step;
import io.vouchline.gateway.conversation.Turn;
import io.vouchline.gateway.language.Language;
import io.vouchline.gateway.utterance.Listener;
import jakarta.inject.Singleton;

/** What decides: the conversation, and what callers mean. */
@Singleton
class Engine {

    Step begin(Beginning beginning) {
        return Conversation.begin(beginning);
    }

    Step next(State state, Event event) {
        return Conversation.next(state, event);
    }

    /** What a turn means as an answer to what is asked. */
    Heard heard(State state, Question asked, Turn turn, Language language) {
        return Listener.heard(turn, asked, length(asked, state), language, state.region());
    }

    /** How many digits the code, key or card has. */
    private static int length(Question asked, State state) {
        return switch (asked) {
            case CODE, SECURITY_KEY -> Expectation.of(asked, state.parameters()).maxLength();
            default -> 4;
        };
    }
}
