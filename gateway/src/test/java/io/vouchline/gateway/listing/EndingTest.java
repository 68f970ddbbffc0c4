package io.vouchline.gateway.listing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vouchline.contract.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.5Z");
    private static final Duration LIFE = Duration.ofDays(90);

    @Test
    void anEntryWithoutAnEndHasTheLatestOne() {
        assertEquals(Instant.parse("2026-04-01T00:00:00Z"), Ending.of(null, LIFE, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T00:00:01Z", "2026-04-01T00:00:00Z"})
    void anEndWithinTheLifeIsTakenAsItIs(String end) {
        assertEquals(Instant.parse(end), Ending.of(Instant.parse(end), LIFE, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T00:00:00.5Z",
                "2025-12-31T00:00:00Z",
                "2026-04-01T00:00:01Z",
                "9999-12-31T23:59:59Z"
            })
    void anyOtherEndIsRefused(String end) {
        ProblemException refused =
                assertThrows(
                        ProblemException.class, () -> Ending.of(Instant.parse(end), LIFE, NOW));
        assertEquals(400, refused.problem().status());
    }
}
