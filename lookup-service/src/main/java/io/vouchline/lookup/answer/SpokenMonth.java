package io.vouchline.lookup.answer;

import io.vouchline.lookup.answer.Spoken.Figure;
import io.vouchline.lookup.answer.Spoken.Nothing;
import io.vouchline.lookup.answer.Spoken.Parts;
import io.vouchline.lookup.answer.Spoken.Words;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * The month up to which a card is valid, as callers say it and platforms write it. All years are
 * those of this century: six digits have one reading then.
 */
final class SpokenMonth {

    private static final int CENTURY = 2000;
    private static final String FULL_YEAR = "(?<year>20[0-9]{2})";
    private static final String YEAR = "(?<year>(?:20)?[0-9]{2})";
    private static final String MONTH = "(?<month>[0-9]{1,2}|[a-z]{3,9})";
    private static final String TWO_DIGITS = "(?<month>[0-9]{2})";
    private static final Shapes SHAPES =
            Shapes.of(
                    MONTH + " " + YEAR,
                    FULL_YEAR + " " + MONTH,
                    TWO_DIGITS + YEAR,
                    FULL_YEAR + TWO_DIGITS);

    private SpokenMonth() {}

    /** The real months that may be meant. */
    static Stream<YearMonth> candidates(Spoken spoken) {
        return switch (spoken) {
            case Words words -> inText(words.plain());
            case Figure figure ->
                    figure.digits().stream().map(Months::withLostZero).flatMap(SpokenMonth::inText);
            case Parts parts -> inParts(parts).stream();
            case Nothing() -> Stream.empty();
        };
    }

    private static Stream<YearMonth> inText(String text) {
        return SHAPES.readings(text).map(SpokenMonth::month).flatMap(Optional::stream);
    }

    private static Optional<YearMonth> month(MatchResult reading) {
        int year = Integer.parseInt(reading.group("year"));
        return Months.of(inFull(year), reading.group("month"));
    }

    private static Optional<YearMonth> inParts(Parts parts) {
        return parts.whole("year")
                .flatMap(
                        year ->
                                parts.whole("month")
                                        .flatMap(month -> Months.of(inFull(year), month)));
    }

    private static int inFull(int year) {
        return year < 100 ? CENTURY + year : year;
    }
}
