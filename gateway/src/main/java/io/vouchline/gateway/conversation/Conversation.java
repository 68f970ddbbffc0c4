package io.vouchline.gateway.conversation;

import io.vouchline.contract.number.PhoneNumber;
import java.util.List;

/** The conversation: what an event leads to. */
public final class Conversation {

    private Conversation() {}

    /** How it begins. */
    public static Step begin(Beginning beginning) {
        State state = State.of(beginning);
        PhoneNumber offered = beginning.number();
        PhoneNumber ani = beginning.ani();
        PhoneNumber number = offered == null ? ani : offered;
        if (number == null) {
            return CallerDialogue.ask(state);
        }
        boolean calling = beginning.matched() || (ani != null && number.equals(ani));
        return Steps.run(state.about(number, calling), new Errand.FindCaller(number));
    }

    /** How it goes on; nothing changes what has ended. */
    public static Step next(State state, Event event) {
        if (state.ending() != null) {
            return new Step(state, List.of(), null);
        }
        return switch (event) {
            case Result.Away away -> Steps.fail(state, away.reason());
            case Result result -> Dialogue.of(state.asked()).told(state, result);
            case Heard heard -> Manners.heard(state, heard);
        };
    }
}
