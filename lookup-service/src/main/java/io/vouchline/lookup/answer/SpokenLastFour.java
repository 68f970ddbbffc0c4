package io.vouchline.lookup.answer;

import io.vouchline.lookup.answer.Spoken.Figure;
import io.vouchline.lookup.answer.Spoken.Nothing;
import io.vouchline.lookup.answer.Spoken.Parts;
import io.vouchline.lookup.answer.Spoken.Words;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The last four digits of a card. A text has all four; a number may have lost its zeros. */
final class SpokenLastFour {

    private static final int LENGTH = 4;
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Pd}]+");
    private static final Pattern FOUR = Pattern.compile("[0-9]{4}");

    private SpokenLastFour() {}

    /** The four digits that may be meant. */
    static Stream<String> candidates(Spoken spoken) {
        return digits(spoken).filter(digits -> FOUR.matcher(digits).matches());
    }

    private static Stream<String> digits(Spoken spoken) {
        return switch (spoken) {
            case Words words -> Stream.of(GAPS.matcher(words.folded()).replaceAll(""));
            case Figure figure -> figure.digits().stream().map(SpokenLastFour::padded);
            case Parts _, Nothing _ -> Stream.empty();
        };
    }

    private static String padded(String digits) {
        return "0".repeat(Math.max(0, LENGTH - digits.length())) + digits;
    }
}
