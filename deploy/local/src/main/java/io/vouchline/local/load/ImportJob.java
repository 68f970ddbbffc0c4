package io.vouchline.local.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An import as lookup-service tells about it, while it runs and afterwards. */
record ImportJob(
        State state,
        Counters counters,
        String detail,
        List<LineError> errors,
        Optional<Instant> finishedAt) {

    /** How far an import is. */
    enum State {
        RUNNING,
        SUCCEEDED,
        REMOVAL_REFUSED,
        FAILED,
        INTERRUPTED
    }

    /** What became of the lines so far. */
    record Counters(
            long lines, long created, long updated, long unchanged, long removed, long rejected) {

        static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0);
    }

    /** Reads an answer; empty if it is no import. */
    static Optional<ImportJob> read(JsonNode answer) {
        String state = answer.path("state").asText();
        return Arrays.stream(State.values())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .map(known -> read(known, answer));
    }

    private static ImportJob read(State state, JsonNode answer) {
        Counters counters =
                new Counters(
                        answer.path("lines").asLong(),
                        answer.path("created").asLong(),
                        answer.path("updated").asLong(),
                        answer.path("unchanged").asLong(),
                        answer.path("removed").asLong(),
                        answer.path("rejected").asLong());
        return new ImportJob(
                state,
                counters,
                answer.path("detail").asText("").strip(),
                LineError.list(answer.path("errors")),
                instant(answer.path("finished_at").asText("")));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }
}
