package io.vouchline.gateway.conversation;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.gateway.conversation.Heard.Country;
import io.vouchline.gateway.conversation.Heard.Sign;
import io.vouchline.gateway.conversation.Heard.Telephone;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The telephone number: its country, then itself, or both at once; then whether it is right. */
final class NumberDialogue implements Dialogue {

    static final NumberDialogue INSTANCE = new NumberDialogue();

    /** Numbers that cannot be; the third one ends it. */
    private static final int MOST_TRIES = 3;

    private NumberDialogue() {}

    /** From the beginning, after this was said. */
    static Step begin(State state, Line before) {
        State fresh =
                state.draft(Draft.EMPTY)
                        .cleared(Counter.INVALID_NUMBER)
                        .cleared(Counter.WRONG_READING);
        return country(fresh, before);
    }

    @Override
    public @Nullable Step heard(State state, Heard heard) {
        return switch (heard) {
            case Country country when state.asked() == Question.COUNTRY ->
                    number(state.draft(state.draft().country(country.callingCode())));
            case Telephone telephone when state.asked() != Question.NUMBER_RIGHT ->
                    read(state, telephone.text());
            case Sign sign when state.asked() == Question.NUMBER_RIGHT -> confirmed(state, sign);
            default -> null;
        };
    }

    private static Step read(State state, String text) {
        if (state.asked() == Question.COUNTRY && ToldNumber.isCallingCode(text)) {
            return number(state.draft(state.draft().country(text.replace("+", ""))));
        }
        Optional<PhoneNumber> number =
                ToldNumber.read(text, state.draft().callingCode(), state.region());
        return number.map(it -> confirm(state, it)).orElseGet(() -> invalid(state));
    }

    private static Step confirm(State state, PhoneNumber number) {
        return Steps.ask(
                state.draft(state.draft().number(number.e164())),
                Question.NUMBER_RIGHT,
                Line.of(Prompt.NUMBER_RIGHT, "number", number.e164()));
    }

    /** The country stays, if it was told by itself. */
    private static Step invalid(State state) {
        State counted = state.counted(Counter.INVALID_NUMBER);
        if (counted.count(Counter.INVALID_NUMBER) >= MOST_TRIES) {
            return Steps.fail(counted, Reason.MAX_NO_MATCH);
        }
        Line before = Line.of(Prompt.NUMBER_INVALID);
        return counted.asked() == Question.NUMBER
                ? number(counted, before)
                : country(counted, before);
    }

    private static @Nullable Step confirmed(State state, Sign sign) {
        return switch (sign) {
            case YES -> find(state);
            case NO -> denied(state, Counter.WRONG_READING);
            default -> null;
        };
    }

    /**
     * Whoever tells a number is not calling from it, as far as anybody knows; and what was proven
     * about another one counts for nothing.
     */
    private static Step find(State state) {
        PhoneNumber number =
                PhoneNumber.ofE164(Objects.requireNonNull(state.draft().number(), "no number"));
        return Steps.run(
                state.about(number, false).earned(Earned.NOTHING),
                new Errand.FindCaller(number),
                Line.of(Prompt.NUMBER_DONE));
    }

    private static Step denied(State state, Counter counter) {
        State counted = state.draft(Draft.EMPTY).counted(counter);
        return counted.count(counter) >= MOST_TRIES
                ? Steps.fail(counted, Reason.MAX_NO_MATCH)
                : country(counted);
    }

    @Override
    public Step told(State state, Result result) {
        return switch (result) {
            case Result.Found found when found.profile().persons() == 0 -> unknown(state);
            case Result.Found found -> CallerDialogue.found(state, found.profile());
            default -> throw Dialogue.unexpected(state, result);
        };
    }

    private static Step unknown(State state) {
        State counted = state.counted(Counter.UNKNOWN_NUMBER);
        return counted.count(Counter.UNKNOWN_NUMBER) > state.parameters().numberRetries()
                ? Steps.fail(counted, Reason.MAX_NO_MATCH)
                : begin(counted, Line.of(Prompt.NUMBER_UNKNOWN));
    }

    private static Step country(State state, Line... before) {
        return Steps.ask(
                state.draft(Draft.EMPTY),
                List.of(before),
                Question.COUNTRY,
                Line.of(Prompt.COUNTRY));
    }

    private static Step number(State state, Line... before) {
        return Steps.ask(state, List.of(before), Question.NUMBER, Line.of(Prompt.NUMBER));
    }
}
