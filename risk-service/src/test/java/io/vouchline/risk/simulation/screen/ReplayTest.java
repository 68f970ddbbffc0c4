package io.vouchline.risk.simulation.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.Request.Later;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Instant START = Instant.parse("2040-01-02T12:00:00Z");

    @Test
    void whatHappensComesBetweenTheRequestsAtItsTime() {
        List<String> seen = replayed(List.of(request("one", 0), request("two", 5)), Set.of());
        assertEquals(
                List.of(
                        "ask one at 0",
                        "SENT one at 1",
                        "ask two at 5",
                        "SENT two at 6",
                        "VERIFIED one at 30",
                        "VERIFIED two at 35"),
                seen);
    }

    @Test
    void whoIsSentNothingDoesNothingFurther() {
        List<String> seen = replayed(List.of(request("one", 0), request("two", 5)), Set.of("one"));
        assertEquals(
                List.of("ask one at 0", "ask two at 5", "SENT two at 6", "VERIFIED two at 35"),
                seen);
    }

    @Test
    void everyRequestHasADecision() {
        List<Request> requests = List.of(request("one", 0), request("two", 5));
        List<Integer> progress = new ArrayList<>();
        List<Decision> decisions =
                Replay.of(requests, new Seen(new ArrayList<>(), Set.of("two")), progress::add);
        assertEquals(requests, decisions.stream().map(Decision::request).toList());
        assertEquals(
                List.of(false, true),
                decisions.stream().map(each -> each.verdict().blocked()).toList());
        assertEquals(List.of(1, 2), progress);
    }

    private static List<String> replayed(List<Request> requests, Set<String> blocked) {
        List<String> seen = new ArrayList<>();
        List<Decision> decisions = Replay.of(requests, new Seen(seen, blocked), done -> {});
        assertEquals(requests.size(), decisions.size());
        return seen;
    }

    private static Request request(String id, int second) {
        return new Request(
                id,
                START.plusSeconds(second),
                PhoneNumber.ofE164("+16502530000"),
                "web",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                0.01,
                List.of(
                        new Later(Duration.ofSeconds(1), Event.SENT),
                        new Later(Duration.ofSeconds(30), Event.VERIFIED)));
    }

    private record Seen(List<String> seen, Set<String> blocked) implements Screen {

        @Override
        public Verdict ask(Request request) {
            seen.add("ask %s at %d".formatted(request.id(), second(request.at())));
            return new Verdict(0, blocked.contains(request.id()), List.of());
        }

        @Override
        public void happened(String id, Request request, Event event, Instant at) {
            seen.add("%s %s at %d".formatted(event, request.id(), second(at)));
        }

        private static long second(Instant at) {
            return Duration.between(START, at).toSeconds();
        }
    }
}
