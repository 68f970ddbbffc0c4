package io.vouchline.gateway.conversation;

import java.util.ArrayList;
import java.util.List;

/** The kinds of steps. */
final class Steps {

    private Steps() {}

    /** Asks something. */
    static Step ask(State state, Question question, Line... asking) {
        return ask(state, List.of(), question, asking);
    }

    /**
     * Asks something after something else was said.
     *
     * @param before said once
     * @param asking said with the question, and again with it
     */
    static Step ask(State state, List<Line> before, Question question, Line... asking) {
        List<Line> lines = List.of(asking);
        return new Step(state.asking(question, lines), joined(before, lines), null);
    }

    /** Asks the same again after something else was said. */
    static Step again(State state, Line... before) {
        return new Step(state, joined(List.of(before), state.lines()), null);
    }

    /** Has something done. */
    static Step run(State state, Errand errand, Line... before) {
        return new Step(state, List.of(before), errand);
    }

    /** The required level is reached. */
    static Step succeed(State state) {
        return new Step(state.ended(Ending.SUCCESS), List.of(Line.of(Prompt.DONE)), null);
    }

    /** It ends without success, and the caller is told. */
    static Step fail(State state, Reason reason) {
        Prompt prompt = reason == Reason.AGENT ? Prompt.TRANSFER : Prompt.FAILED;
        return new Step(state.ended(new Ending(reason)), List.of(Line.of(prompt)), null);
    }

    /** It ends, and nobody is there to be told. */
    static Step fallSilent(State state) {
        return new Step(state.ended(new Ending(Reason.MAX_NO_MATCH)), List.of(), null);
    }

    private static List<Line> joined(List<Line> before, List<Line> after) {
        List<Line> all = new ArrayList<>(before);
        all.addAll(after);
        return List.copyOf(all);
    }
}
