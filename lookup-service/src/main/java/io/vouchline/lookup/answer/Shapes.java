package io.vouchline.lookup.answer;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shapes in which a value is written, all with the same named parts. */
record Shapes(List<Pattern> patterns) {

    static Shapes of(String... patterns) {
        return new Shapes(Stream.of(patterns).map(Pattern::compile).toList());
    }

    /** The readings of a text: one for each shape that it has from end to end. */
    Stream<MatchResult> readings(String text) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .map(Matcher::toMatchResult);
    }
}
