package io.vouchline.lookup.answer;

import io.vouchline.lookup.answer.Spoken.Figure;
import io.vouchline.lookup.answer.Spoken.Nothing;
import io.vouchline.lookup.answer.Spoken.Parts;
import io.vouchline.lookup.answer.Spoken.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A date as callers say it and platforms write it. In digits alone the month comes before the day,
 * as in the United States. Only years from 1900 are read from text: without that bound eight digits
 * could be two dates, and one answer two guesses.
 */
final class SpokenDate {

    private static final String YEAR = "(?<year>(?:19|20)[0-9]{2})";
    private static final String NAME = "(?<month>[a-z]{3,9})";
    private static final String MONTH = "(?<month>[0-9]{1,2}|[a-z]{3,9})";
    private static final String DAY = "(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";
    private static final String MONTH_DAY = "(?<month>[0-9]{2})(?<day>[0-9]{2})";
    private static final Shapes SHAPES =
            Shapes.of(
                    MONTH + " " + DAY + " " + YEAR,
                    DAY + "(?: of)? " + NAME + " " + YEAR,
                    YEAR + " " + MONTH + " " + DAY,
                    MONTH_DAY + YEAR,
                    YEAR + MONTH_DAY);
    private static final Pattern TIME =
            Pattern.compile(
                    "(?<=[0-9])t[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?"
                            + "(?:z|[+-][0-9]{2}:?[0-9]{2})?$");

    private SpokenDate() {}

    /** The real dates that may be meant. */
    static Stream<LocalDate> candidates(Spoken spoken) {
        return switch (spoken) {
            case Words words -> inText(dateOf(words).plain());
            case Figure figure ->
                    figure.digits().stream().map(Months::withLostZero).flatMap(SpokenDate::inText);
            case Parts parts -> inParts(parts).stream();
            case Nothing() -> Stream.empty();
        };
    }

    /** A moment's date is the one it is written with, wherever the moment is. */
    private static Words dateOf(Words words) {
        return new Words(TIME.matcher(words.folded()).replaceFirst(""));
    }

    private static Stream<LocalDate> inText(String text) {
        return SHAPES.readings(text).map(SpokenDate::date).flatMap(Optional::stream);
    }

    private static Optional<LocalDate> date(MatchResult reading) {
        int day = Integer.parseInt(reading.group("day"));
        return Months.of(Integer.parseInt(reading.group("year")), reading.group("month"))
                .flatMap(month -> date(month, day));
    }

    private static Optional<LocalDate> inParts(Parts parts) {
        return parts.whole("year")
                .flatMap(year -> parts.whole("month").flatMap(month -> Months.of(year, month)))
                .flatMap(month -> parts.whole("day").flatMap(day -> date(month, day)));
    }

    private static Optional<LocalDate> date(YearMonth month, int day) {
        return month.isValidDay(day) ? Optional.of(month.atDay(day)) : Optional.empty();
    }
}
