package io.vouchline.gateway.conversation;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.gateway.conversation.Heard.Expiry;
import io.vouchline.gateway.conversation.Heard.PartChosen;
import io.vouchline.gateway.conversation.Heard.Sign;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The month up to which a credit card is valid: at once, or month and year apart; then whether it
 * is right, and if not, what is to be changed.
 */
final class ExpiryDialogue implements Dialogue {

    static final ExpiryDialogue INSTANCE = new ExpiryDialogue();

    private static final int MOST_READINGS = 3;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final DateTimeFormatter MONTH_YEAR = DateTimeFormatter.ofPattern("MMuuuu");

    private ExpiryDialogue() {}

    static Step begin(State state, List<Line> before) {
        return whole(state.cleared(Counter.WRONG_READING), before);
    }

    private static Step whole(State state, List<Line> before) {
        return Steps.ask(state.draft(Draft.EMPTY), before, Question.EXPIRY, Line.of(Prompt.EXPIRY));
    }

    private static Step month(State state, Line... before) {
        return Steps.ask(
                state, List.of(before), Question.EXPIRY_MONTH, Line.of(Prompt.EXPIRY_MONTH));
    }

    private static Step year(State state) {
        return Steps.ask(state, Question.EXPIRY_YEAR, Line.of(Prompt.EXPIRY_YEAR));
    }

    @Override
    public @Nullable Step heard(State state, Heard heard) {
        return switch (heard) {
            case Expiry expiry when isCollecting(state) ->
                    collected(state.draft(merged(state.draft(), expiry)));
            case Sign sign when state.asked() == Question.EXPIRY_RIGHT -> confirmed(state, sign);
            case PartChosen(Heard.Part part) when state.asked() == Question.EXPIRY_CHANGE ->
                    change(state, part);
            default -> null;
        };
    }

    private static boolean isCollecting(State state) {
        return state.asked() != Question.EXPIRY_RIGHT && state.asked() != Question.EXPIRY_CHANGE;
    }

    private static Draft merged(Draft draft, Expiry expiry) {
        return draft.date(
                expiry.year() == null ? draft.year() : expiry.year(),
                expiry.month() == null ? draft.month() : expiry.month(),
                null);
    }

    private static Step collected(State state) {
        Draft draft = state.draft();
        Integer month = draft.month();
        if (!isIn(month, 1, 12) || !isIn(draft.year(), FIRST_YEAR, LAST_YEAR)) {
            return invalid(state);
        }
        if (month == null) {
            return month(state);
        }
        return expiry(draft).map(it -> confirm(state, it)).orElseGet(() -> year(state));
    }

    private static boolean isIn(@Nullable Integer value, int first, int last) {
        return value == null || (first <= value && value <= last);
    }

    private static Optional<YearMonth> expiry(Draft draft) {
        Integer year = draft.year();
        Integer month = draft.month();
        return year == null || month == null
                ? Optional.empty()
                : Optional.of(YearMonth.of(year, month));
    }

    /** What was no month is asked for piece by piece. */
    private static Step invalid(State state) {
        return Answers.unusable(
                state,
                counted -> month(counted.draft(Draft.EMPTY), Line.of(Prompt.EXPIRY_INVALID)));
    }

    private static Step confirm(State state, YearMonth expiry) {
        return Steps.ask(
                state, Question.EXPIRY_RIGHT, Line.of(Prompt.EXPIRY_RIGHT, "month", expiry));
    }

    private static @Nullable Step confirmed(State state, Sign sign) {
        return switch (sign) {
            case YES -> expiry(state.draft()).map(expiry -> check(state, expiry)).orElse(null);
            case NO -> misread(state);
            default -> null;
        };
    }

    private static Step check(State state, YearMonth expiry) {
        return Answers.check(
                state,
                SecurityQuestion.CARD_EXPIRY,
                MONTH_YEAR.format(expiry),
                Line.of(Prompt.EXPIRY_DONE));
    }

    private static Step misread(State state) {
        State counted = state.counted(Counter.WRONG_READING);
        return counted.count(Counter.WRONG_READING) >= MOST_READINGS
                ? Steps.fail(counted, Reason.MAX_NO_MATCH)
                : Steps.ask(counted, Question.EXPIRY_CHANGE, Line.of(Prompt.EXPIRY_CHANGE));
    }

    private static Step change(State state, Heard.Part part) {
        Draft draft = state.draft();
        return switch (part) {
            case WHOLE -> whole(state, List.of());
            case MONTH -> month(state.draft(draft.date(draft.year(), null, null)));
            case YEAR -> year(state.draft(draft.date(null, draft.month(), null)));
        };
    }

    @Override
    public Step told(State state, Result result) {
        return Answers.checked(state, SecurityQuestion.CARD_EXPIRY, result);
    }
}
