package io.vouchline.gateway.conversation;

import io.vouchline.gateway.conversation.Heard.Digits;
import io.vouchline.gateway.conversation.Heard.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The second factor: what an authenticator app shows, or an approval in the institution's app. */
final class KeyDialogue implements Dialogue {

    static final KeyDialogue INSTANCE = new KeyDialogue();

    /** How often the app is asked, and looked at, all in all. */
    private static final int MOST_LOOKS = 12;

    private KeyDialogue() {}

    static Step begin(State state) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Prompt.SECURITY_KEY));
        lines.add(Line.of(Prompt.SECURITY_KEY_HOW, "length", state.parameters().keyLength()));
        if (mayApprove(state)) {
            lines.add(Line.of(Prompt.SECURITY_KEY_OR_APP));
        }
        return Steps.ask(
                state.draft(Draft.EMPTY), Question.SECURITY_KEY, lines.toArray(Line[]::new));
    }

    @Override
    public @Nullable Step heard(State state, Heard heard) {
        return switch (heard) {
            case Digits(String digits) when state.asked() == Question.SECURITY_KEY ->
                    digits.length() == state.parameters().keyLength()
                            ? Steps.run(state, new Errand.CheckKey(digits))
                            : wrong(state, lengthNeeded(state));
            case Sign sign when state.asked() == Question.APPROVAL -> look(state, sign);
            case Sign sign when sign == Sign.APP && mayApprove(state) -> askApp(state);
            default -> null;
        };
    }

    /** The app asks whoever has it: where several share the number, that may be another one. */
    private static boolean mayApprove(State state) {
        return state.approvals() && state.known().persons() == 1;
    }

    private static Line lengthNeeded(State state) {
        return Line.of(Prompt.DIGITS_INVALID, "length", state.parameters().keyLength());
    }

    private static @Nullable Step askApp(State state) {
        return state.count(Counter.APPROVAL) >= MOST_LOOKS
                ? null
                : Steps.run(state.counted(Counter.APPROVAL), new Errand.AskApproval());
    }

    private static @Nullable Step look(State state, Sign sign) {
        if (sign != Sign.READY && sign != Sign.YES) {
            return null;
        }
        return state.count(Counter.APPROVAL) >= MOST_LOOKS
                ? wrong(state, Line.of(Prompt.APPROVAL_FAILED))
                : Steps.run(
                        state.counted(Counter.APPROVAL),
                        new Errand.ReadApproval(
                                Objects.requireNonNull(state.draft().reference(), "none asked")));
    }

    @Override
    public Step told(State state, Result result) {
        return switch (result) {
            case Result.Asked asked ->
                    Steps.ask(
                            state.draft(state.draft().sent(asked.reference())),
                            Question.APPROVAL,
                            Line.of(Prompt.APPROVAL, "match", asked.match()));
            case Result.NotSent _ -> again(state, Line.of(Prompt.APPROVAL_FAILED));
            case Result.Checked checked when state.asked() == Question.APPROVAL ->
                    approved(state, checked.verdict());
            case Result.Checked checked -> checked(state, checked.verdict());
            default -> throw Dialogue.unexpected(state, result);
        };
    }

    private static Step checked(State state, Result.Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> Levels.earned(state, 2, "otp", "mfa");
            case WRONG, EXPIRED, PENDING -> wrong(state, Line.of(Prompt.KEY_WRONG));
            case LOCKED -> Steps.fail(state, Reason.MAX_NO_MATCH);
        };
    }

    /** Two channels, the line and the app, are "mca". */
    private static Step approved(State state, Result.Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> Levels.earned(state, 2, "mca", "mfa");
            case PENDING -> Steps.again(state, Line.of(Prompt.APPROVAL_PENDING));
            case WRONG, EXPIRED -> wrong(state, Line.of(Prompt.APPROVAL_FAILED));
            case LOCKED -> Steps.fail(state, Reason.MAX_NO_MATCH);
        };
    }

    private static Step wrong(State state, Line why) {
        State counted = state.counted(Counter.WRONG_KEY);
        return counted.count(Counter.WRONG_KEY) > state.parameters().keyRetries()
                ? Steps.fail(counted, Reason.MAX_NO_MATCH)
                : again(counted, why);
    }

    private static Step again(State state, Line why) {
        return Steps.ask(
                state.draft(Draft.EMPTY),
                List.of(why),
                Question.SECURITY_KEY,
                Line.of(Prompt.KEY_AGAIN, "length", state.parameters().keyLength()));
    }
}
