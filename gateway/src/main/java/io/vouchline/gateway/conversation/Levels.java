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
        State risen = state.earned(state.earned().and(level, Arrays.asList(methods)));
        if (risen.earned().reaches(risen.required())) {
            return Steps.succeed(risen);
        }
        return risen.earned().reaches(1) ? KeyDialogue.begin(risen) : first(risen);
    }

    /** Codes go to nobody but whoever calls from the registered number. */
    private static Step first(State state) {
        List<Way> ways = CodeDialogue.ways(state);
        return ways.isEmpty() ? Answers.begin(state) : CodeDialogue.begin(state, ways);
    }
}
