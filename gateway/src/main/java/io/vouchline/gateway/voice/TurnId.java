package io.vouchline.gateway.voice;

import io.vouchline.contract.problem.ProblemType;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a turn, for platforms that cannot count: it goes out with the question, and comes
 * back with the answer, such as {@code 3f9a1c22-2}. So the same request names the same turn however
 * often it is sent.
 *
 * @param leg drawn when a session is begun, so that a call that comes back, for a higher level or
 *     after an outage, does not use names that it has used
 * @param number 1 to 9999
 */
record TurnId(String leg, int number) {

    private static final Pattern SYNTAX = Pattern.compile("([0-9a-f]{8})-([1-9][0-9]{0,3})");

    /** A name for the first turn. */
    static TurnId first() {
        int leg = ThreadLocalRandom.current().nextInt();
        return new TurnId(HexFormat.of().toHexDigits(leg), 1);
    }

    /** Reads one; empty if it is none of ours. */
    static Optional<TurnId> read(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        return matcher.matches()
                ? Optional.of(new TurnId(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /**
     * The same.
     *
     * @throws io.vouchline.contract.problem.ProblemException 400, if it is none of ours
     */
    static TurnId of(String name, String text) {
        return read(text)
                .orElseThrow(
                        () ->
                                ProblemType.MALFORMED.exception(
                                        name + " must be sent back as it was given."));
    }

    TurnId next() {
        return new TurnId(leg, number + 1);
    }

    @Override
    public String toString() {
        return leg + '-' + number;
    }
}
