package io.vouchline.gateway.conversation;

import java.util.Arrays;
import java.util.List;

/** The way from one level to the next. */
final class Levels {

    private Levels() {}

    /**
     * The caller has reached a level.
     *
     * @param methods how (RFC 8176)
     */
    static Step earned(State state, int level, String... methods) {
        return onwards(
                state.earned(
                        state.earned()
                                .and(level, Arrays.asList(methods), state.known().subject())));
    }

    /** To the end, or to whatever the next level takes. */
    static Step onwards(State state) {
        if (state.earned().reaches(state.required())) {
            return Steps.succeed(state);
        }
        return state.earned().reaches(1) ? second(state) : first(state);
    }

    /** A second factor is one person's: of several on one number, the birth date picks one. */
    private static Step second(State state) {
        return state.known().isOnePersons() ? KeyDialogue.begin(state) : Answers.pick(state);
    }

    /** Codes go to nobody but whoever calls from the registered number. */
    private static Step first(State state) {
        List<Way> ways = CodeDialogue.ways(state);
        return ways.isEmpty() ? Answers.begin(state) : CodeDialogue.begin(state, ways);
    }
}
