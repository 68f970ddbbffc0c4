package io.vouchline.gateway.conversation;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.conversation.Heard.Digits;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Heard.WayChosen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The code: by which way it goes, and what it is. Whatever keeps it back leads to the questions.
 */
final class CodeDialogue implements Dialogue {

    static final CodeDialogue INSTANCE = new CodeDialogue();

    private static final int LAST_DIGITS = 4;

    private CodeDialogue() {}

    /** The ways for a code: none, unless the caller calls from the number itself. */
    static List<Way> ways(State state) {
        List<Way> ways = new ArrayList<>();
        if (state.calling() && state.known().phone()) {
            ways.add(Way.PHONE);
        }
        if (state.calling() && state.known().mailbox()) {
            ways.add(Way.EMAIL);
        }
        return ways;
    }

    /** One way needs no question. */
    static Step begin(State state, List<Way> ways) {
        return ways.size() == 1
                ? send(state, ways.getFirst())
                : Steps.ask(
                        state,
                        Question.CHANNEL,
                        Line.of(Prompt.CODE_NEEDED),
                        Line.of(Prompt.CHANNEL));
    }

    private static Step send(State state, Way way) {
        return Steps.run(state.draft(state.draft().by(way)), new Errand.SendCode(way));
    }

    @Override
    public @Nullable Step heard(State state, Heard heard) {
        return switch (heard) {
            case WayChosen(Way way) when state.asked() == Question.CHANNEL ->
                    ways(state).contains(way) ? send(state, way) : null;
            case Digits(String digits) when state.asked() == Question.CODE ->
                    digits.length() == state.parameters().codeLength()
                            ? Steps.run(state, new Errand.CheckCode(reference(state), digits))
                            : wrong(state, lengthNeeded(state));
            case Sign sign when sign == Sign.NOT_RECEIVED && state.asked() == Question.CODE ->
                    notReceived(state);
            default -> null;
        };
    }

    private static Step notReceived(State state) {
        State counted = state.counted(Counter.NOT_RECEIVED);
        return counted.count(Counter.NOT_RECEIVED) > state.parameters().notReceivedRetries()
                ? Answers.begin(counted)
                : Steps.run(counted, new Errand.ResendCode(reference(counted)));
    }

    @Override
    public Step told(State state, Result result) {
        return switch (result) {
            case Result.Sent sent -> sent(state, sent.reference());
            case Result.NotSent _ -> Answers.begin(state);
            case Result.Checked checked -> checked(state, checked.verdict());
            default -> throw Dialogue.unexpected(state, result);
        };
    }

    /** Who will not have a code is asked the questions. */
    @Override
    public Step denied(State state) {
        return Answers.begin(state);
    }

    private static Step sent(State state, String reference) {
        State sent = state.draft(state.draft().sent(reference));
        // With one way nobody has been told yet that there will be a code.
        List<Line> before =
                state.asked() == null ? List.of(Line.of(Prompt.CODE_NEEDED)) : List.of();
        return Steps.ask(sent, before, Question.CODE, announcement(sent), Line.of(Prompt.CODE));
    }

    private static Line announcement(State state) {
        if (state.draft().way() == Way.EMAIL) {
            return Line.of(Prompt.CODE_SENT_EMAIL);
        }
        PhoneNumber number = Objects.requireNonNull(state.number(), "no number");
        String digits = number.nationalNumber();
        String last = digits.substring(Math.max(0, digits.length() - LAST_DIGITS));
        return Line.of(Prompt.CODE_SENT_PHONE, "last_four", last);
    }

    private static Step checked(State state, Result.Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> Levels.earned(state.draft(Draft.EMPTY), 1, "otp");
            case WRONG -> wrong(state, Line.of(Prompt.CODE_WRONG));
            case EXPIRED, LOCKED, PENDING -> Answers.begin(state);
        };
    }

    private static Line lengthNeeded(State state) {
        return Line.of(Prompt.DIGITS_INVALID, "length", state.parameters().codeLength());
    }

    private static Step wrong(State state, Line why) {
        State counted = state.counted(Counter.WRONG_CODE);
        return counted.count(Counter.WRONG_CODE) > state.parameters().codeRetries()
                ? Answers.begin(counted)
                : Steps.ask(
                        counted,
                        List.of(why),
                        Question.CODE,
                        Line.of(Prompt.CODE_AGAIN, "length", state.parameters().codeLength()));
    }

    private static String reference(State state) {
        return Objects.requireNonNull(state.draft().reference(), "no code was sent");
    }
}
