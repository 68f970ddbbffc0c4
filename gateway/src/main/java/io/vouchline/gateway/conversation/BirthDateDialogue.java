package io.vouchline.gateway.conversation;

import io.vouchline.contract.lookup.LookupApi.SecurityQuestion;
import io.vouchline.gateway.conversation.Heard.Date;
import io.vouchline.gateway.conversation.Heard.Sign;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The date of birth: at once or piece by piece, then whether it is right. Dates that there are not
 * begin it again at once, dates to come once they are confirmed, as in Google's own component.
 */
final class BirthDateDialogue implements Dialogue {

    static final BirthDateDialogue INSTANCE = new BirthDateDialogue();

    private static final int MOST_READINGS = 3;

    private BirthDateDialogue() {}

    static Step begin(State state, List<Line> before) {
        return whole(state.cleared(Counter.WRONG_READING), before);
    }

    private static Step whole(State state, List<Line> before) {
        return Steps.ask(
                state.draft(Draft.EMPTY), before, Question.BIRTH_DATE, Line.of(Prompt.BIRTH_DATE));
    }

    @Override
    public @Nullable Step heard(State state, Heard heard) {
        return switch (heard) {
            case Date date when state.asked() != Question.BIRTH_DATE_RIGHT ->
                    collected(state.draft(merged(state.draft(), date)));
            case Sign sign when state.asked() == Question.BIRTH_DATE_RIGHT ->
                    confirmed(state, sign);
            default -> null;
        };
    }

    private static Draft merged(Draft draft, Date date) {
        return draft.date(
                date.year() == null ? draft.year() : date.year(),
                date.month() == null ? draft.month() : date.month(),
                date.day() == null ? draft.day() : date.day());
    }

    /** Asks for what is missing, in the order of the document's locale: month, day, year. */
    private static Step collected(State state) {
        Draft draft = state.draft();
        if (isNoMonth(draft.month()) || isNoDay(draft.day())) {
            return invalid(state);
        }
        if (draft.month() == null) {
            return Steps.ask(state, Question.BIRTH_MONTH, Line.of(Prompt.BIRTH_MONTH));
        }
        if (draft.day() == null) {
            return Steps.ask(state, Question.BIRTH_DAY, Line.of(Prompt.BIRTH_DAY));
        }
        if (draft.year() == null) {
            return Steps.ask(state, Question.BIRTH_YEAR, Line.of(Prompt.BIRTH_YEAR));
        }
        return date(draft).map(date -> confirm(state, date)).orElseGet(() -> invalid(state));
    }

    private static boolean isNoMonth(@Nullable Integer month) {
        return month != null && (month < 1 || month > 12);
    }

    private static boolean isNoDay(@Nullable Integer day) {
        return day != null && (day < 1 || day > 31);
    }

    private static Optional<LocalDate> date(Draft draft) {
        Integer year = draft.year();
        Integer month = draft.month();
        Integer day = draft.day();
        if (year == null || month == null || day == null || year < 1 || year > 9999) {
            return Optional.empty();
        }
        YearMonth inYear = YearMonth.of(year, month);
        return inYear.isValidDay(day) ? Optional.of(inYear.atDay(day)) : Optional.empty();
    }

    private static Step confirm(State state, LocalDate date) {
        return Steps.ask(
                state, Question.BIRTH_DATE_RIGHT, Line.of(Prompt.BIRTH_DATE_RIGHT, "date", date));
    }

    private static Step invalid(State state) {
        return again(state, Prompt.BIRTH_DATE_INVALID);
    }

    private static Step again(State state, Prompt why) {
        return Answers.unusable(state, counted -> whole(counted, List.of(Line.of(why))));
    }

    private static @Nullable Step confirmed(State state, Sign sign) {
        return switch (sign) {
            case YES -> date(state.draft()).map(date -> check(state, date)).orElse(null);
            case NO -> misread(state);
            default -> null;
        };
    }

    private static Step check(State state, LocalDate date) {
        return date.isAfter(state.today())
                ? again(state, Prompt.BIRTH_DATE_FUTURE)
                : Answers.check(
                        state,
                        SecurityQuestion.DOB,
                        date.toString(),
                        Line.of(Prompt.BIRTH_DATE_DONE));
    }

    private static Step misread(State state) {
        State counted = state.counted(Counter.WRONG_READING);
        return counted.count(Counter.WRONG_READING) >= MOST_READINGS
                ? Steps.fail(counted, Reason.MAX_NO_MATCH)
                : whole(counted, List.of());
    }

    @Override
    public Step told(State state, Result result) {
        return Answers.checked(state, SecurityQuestion.DOB, result);
    }
}
