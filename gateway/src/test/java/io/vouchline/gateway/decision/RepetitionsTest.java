package io.vouchline.gateway.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.gateway.decision.Repetitions.Kind;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Kind WRONG_KEY = new Kind("dialogflow", "other", 401);

    private final Repetitions repetitions = new Repetitions();

    @Test
    void tenAlikePassInASecondAndTheNextTellsOfTheOthers() {
        long passed =
                IntStream.range(0, 1_000)
                        .filter(i -> repetitions.passes(WRONG_KEY, NOW).isPresent())
                        .count();
        assertEquals(10, passed);
        assertEquals(OptionalLong.empty(), repetitions.passes(WRONG_KEY, NOW.plusMillis(999)));
        assertEquals(OptionalLong.of(991), repetitions.passes(WRONG_KEY, NOW.plusMillis(1_000)));
        assertEquals(OptionalLong.of(0), repetitions.passes(WRONG_KEY, NOW.plusMillis(1_001)));
    }

    @Test
    void whatDiffersIsNotHeldBack() {
        IntStream.range(0, 100).forEach(i -> repetitions.passes(WRONG_KEY, NOW));
        assertEquals(
                OptionalLong.of(0), repetitions.passes(new Kind("dialogflow", "other", 400), NOW));
    }
}
