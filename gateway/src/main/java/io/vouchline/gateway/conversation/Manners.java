package io.vouchline.gateway.conversation;

import io.vouchline.gateway.conversation.Heard.Sign;
import java.util.List;

/** What callers can do whatever they are asked: say nothing, ask for a person, refuse. */
final class Manners {

    /** The third of these in a row ends the conversation, as in Google's own components. */
    private static final int MOST = 2;

    private Manners() {}

    static Step heard(State state, Heard heard) {
        if (heard == Sign.SILENCE && state.asked() == Question.APPROVAL) {
            // The caller is busy with the app.
            return answered(state, Sign.READY);
        }
        return heard instanceof Sign sign ? signed(state, sign) : answered(state, heard);
    }

    private static Step signed(State state, Sign sign) {
        return switch (sign) {
            case AGENT -> Steps.fail(state, Reason.AGENT);
            case HANGUP -> Steps.fallSilent(state);
            case SILENCE -> silence(state);
            case NOTHING -> noMatch(state);
            case REPEAT -> repeat(state);
            case WAIT -> wait(state);
            case REFUSAL -> refusal(state);
            case READY -> ready(state);
            case YES, NO, NOT_RECEIVED, APP -> answered(state, sign);
        };
    }

    private static Step answered(State state, Heard heard) {
        Step step = Dialogue.of(state.asked()).heard(understood(state), heard);
        return step == null ? noMatch(state) : step;
    }

    private static State understood(State state) {
        return state.cleared(Counter.SILENCE)
                .cleared(Counter.NO_MATCH)
                .cleared(Counter.REPEAT)
                .cleared(Counter.WAIT);
    }

    private static Step silence(State state) {
        State counted = state.counted(Counter.SILENCE);
        return switch (counted.count(Counter.SILENCE)) {
            case 1 -> Steps.again(counted, Line.of(Prompt.SILENCE_FIRST));
            case MOST -> Steps.again(counted, Line.of(Prompt.SILENCE_SECOND));
            default -> Steps.fail(counted, Reason.MAX_NO_INPUT);
        };
    }

    /** Something that is no answer to what was asked. */
    static Step noMatch(State state) {
        State counted = unusable(state.counted(Counter.NO_MATCH));
        if (Answers.isAsked(counted)
                && counted.count(Counter.UNUSABLE) > Answers.retries(counted)) {
            return Steps.fail(counted, Reason.MAX_NO_MATCH);
        }
        return switch (counted.count(Counter.NO_MATCH)) {
            case 1 -> Steps.again(counted, Line.of(Prompt.NO_MATCH_FIRST));
            case MOST -> Steps.again(counted, Line.of(Prompt.NO_MATCH_SECOND));
            default -> Steps.fail(counted, Reason.MAX_NO_MATCH);
        };
    }

    /** What is no answer to a security question is none that can be, either. */
    private static State unusable(State state) {
        return Answers.isAsked(state) ? state.counted(Counter.UNUSABLE) : state;
    }

    private static Step repeat(State state) {
        State counted = state.counted(Counter.REPEAT);
        return counted.count(Counter.REPEAT) > MOST
                ? Steps.fail(counted, Reason.MAX_NO_MATCH)
                : Steps.again(counted);
    }

    private static Step wait(State state) {
        State counted = state.counted(Counter.WAIT);
        return counted.count(Counter.WAIT) > MOST
                ? Steps.fail(counted, Reason.MAX_NO_MATCH)
                : new Step(counted, List.of(Line.of(Prompt.WAITING)), null);
    }

    /** Whoever has waited hears the question again; else it may be an answer. */
    private static Step ready(State state) {
        return state.asked() != Question.APPROVAL && state.count(Counter.WAIT) > 0
                ? Steps.again(state)
                : answered(state, Sign.READY);
    }

    private static Step refusal(State state) {
        State counted = understood(state).counted(Counter.DENIAL);
        return counted.count(Counter.DENIAL) > state.parameters().denials()
                ? Steps.fail(counted, Reason.DENIAL_OF_INFORMATION)
                : Dialogue.of(state.asked()).denied(counted);
    }
}
