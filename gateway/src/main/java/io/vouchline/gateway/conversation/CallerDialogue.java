package io.vouchline.gateway.conversation;

import io.vouchline.gateway.conversation.Heard.Sign;
import org.jspecify.annotations.Nullable;

/** Whether the number that is known by itself is a customer's; else, whether the caller is one. */
final class CallerDialogue implements Dialogue {

    static final CallerDialogue INSTANCE = new CallerDialogue();

    private CallerDialogue() {}

    static Step ask(State state) {
        return Steps.ask(state, Question.CUSTOMER, Line.of(Prompt.CUSTOMER));
    }

    @Override
    public @Nullable Step heard(State state, Heard heard) {
        if (heard == Sign.YES) {
            return NumberDialogue.begin(state, Line.of(Prompt.NUMBER_NEEDED));
        }
        return heard == Sign.NO ? Steps.fail(state, Reason.MAX_NO_MATCH) : null;
    }

    /** Before anything was asked: who has the calling number, or whether a code went out there. */
    @Override
    public Step told(State state, Result result) {
        return switch (result) {
            // What was proven about the number counts for nothing more.
            case Result.Found found when found.profile().persons() == 0 ->
                    ask(state.earned(Earned.NOTHING));
            case Result.Found found -> found(state, found.profile());
            case Result.Sent _, Result.NotSent _ -> CodeDialogue.INSTANCE.told(state, result);
            default -> throw Dialogue.unexpected(state, result);
        };
    }

    /** A customer was found: level 0, if it is one of the kind that is looked for. */
    static Step found(State state, Profile profile) {
        State known = whose(state, profile);
        return Holder.of(profile, state.parameters()) == Holder.NONE
                ? Steps.fail(known, Reason.MAX_NO_MATCH)
                : Levels.earned(known, 0);
    }

    /** The number may have changed hands since a level was proven. */
    private static State whose(State state, Profile profile) {
        String proven = state.earned().subject();
        String found = profile.subject();
        if (proven == null || profile.persons() == 0) {
            return state.profile(profile);
        }
        if (found == null) {
            return state.profile(profile.of(proven));
        }
        return proven.equals(found)
                ? state.profile(profile)
                : state.earned(Earned.NOTHING).profile(profile);
    }
}
