package io.vouchline.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vouchline.gateway.limit.Crowd.Guest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration USUAL = Duration.ofMillis(20);

    private final AtomicLong now = new AtomicLong();
    private final Crowd crowd =
            new Crowd(
                    LimitSettings.with(
                            Map.of(
                                    "vouchline.limit.concurrency-min", "10",
                                    "vouchline.limit.concurrency-max", "100")),
                    now::get);

    @Test
    void moreThanTheMostAreTurnedAwayUntilSomebodyLeaves() {
        List<Guest> guests = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            guests.add(crowd.enter().orElseThrow());
        }
        assertTrue(crowd.enter().isEmpty());
        guests.getFirst().leave(404, PATIENCE, true);
        assertTrue(crowd.enter().isPresent());
        assertTrue(crowd.enter().isEmpty());
    }

    @Test
    void steadyAnswersKeepTheDoorWideOpen() {
        serve(1_000, USUAL, 200);
        assertEquals(100, crowd.most());
    }

    @Test
    void whereAnswersGetSlowerFewerAreLetInAndMoreAgainWhenTheyAreQuick() {
        serve(300, USUAL, 200);
        serve(60, Duration.ofMillis(1_600), 200);
        int slow = crowd.most();
        assertTrue(slow < 40, () -> "still " + slow);
        serve(3_000, USUAL, 200);
        assertTrue(crowd.most() > 80, () -> "still " + crowd.most());
    }

    @Test
    void neverFewerThanTheFewestAreLetIn() {
        serve(300, USUAL, 200);
        serve(400, Duration.ofSeconds(5), 504);
        assertEquals(10, crowd.most());
    }

    @Test
    void quickRefusalsDoNotMakeAnswersLookSlow() {
        serve(300, Duration.ofMillis(1), 401);
        serve(300, USUAL, 200);
        assertEquals(100, crowd.most());
    }

    @Test
    void strangersWhoKeepTheirRequestsWaitingMakeTheDoorNoNarrower() {
        serve(400, Duration.ofSeconds(5), 400, false);
        assertEquals(100, crowd.most());
    }

    /** Rounds of as many requests at once as come in, up to 100. */
    private void serve(int rounds, Duration each, int status) {
        serve(rounds, each, status, true);
    }

    private void serve(int rounds, Duration each, int status, boolean known) {
        for (int i = 0; i < rounds; i++) {
            List<Guest> guests = new ArrayList<>();
            for (int j = 0; j < 100; j++) {
                Optional<Guest> guest = crowd.enter();
                guest.ifPresent(guests::add);
            }
            var _ = now.addAndGet(each.toNanos());
            guests.forEach(guest -> guest.leave(status, PATIENCE, known));
        }
    }
}
