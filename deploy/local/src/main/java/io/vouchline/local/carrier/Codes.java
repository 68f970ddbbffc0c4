package io.vouchline.local.carrier;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the code in a message, as its reader or listener does. */
final class Codes {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 10;

    private static final Pattern WRITTEN = Pattern.compile("\\d+");

    /** A voice pauses between digits; that is written as blanks, commas and full stops. */
    private static final Pattern SPOKEN = Pattern.compile("\\d(?:[\\s,.]*\\d)*");

    private Codes() {}

    /** The first run of 3 to 10 digits, without the pauses; an app is never told a code. */
    static Optional<String> in(String text, Channel channel) {
        if (channel == Channel.PUSH) {
            return Optional.empty();
        }
        Pattern run = channel == Channel.VOICE ? SPOKEN : WRITTEN;
        return run.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(digits -> digits.replaceAll("\\D", ""))
                .filter(digits -> digits.length() >= SHORTEST && digits.length() <= LONGEST)
                .findFirst();
    }
}
