package io.vouchline.gateway.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps events that anybody can cause from filling the log: of those that are alike, ten a second
 * pass; the next one that passes tells how many did not. What is alike is of a fixed set, so that
 * this does not grow.
 */
final class Repetitions {

    private static final int MOST = 10;
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final Map<Kind, Window> windows = new ConcurrentHashMap<>();

    /** What makes two events alike. */
    record Kind(String dialect, String operation, int status) {}

    /** How many alike did not pass since the last one that did; nothing if this one does not. */
    OptionalLong passes(Kind kind, Instant now) {
        Window window = windows.merge(kind, new Window(now, 1, 0, 0), (old, _) -> old.next(now));
        return window.passed() <= MOST ? OptionalLong.of(window.told()) : OptionalLong.empty();
    }

    /**
     * A second's events.
     *
     * @param passed how many were to pass so far; one more than the most if this one does not
     * @param held how many did not pass
     * @param told how many that this one tells of
     */
    private record Window(Instant begin, int passed, long held, long told) {

        Window next(Instant now) {
            if (!now.isBefore(begin.plus(WINDOW))) {
                return new Window(now, 1, 0, held);
            }
            return passed < MOST
                    ? new Window(begin, passed + 1, held, 0)
                    : new Window(begin, MOST + 1, held + 1, 0);
        }
    }
}
