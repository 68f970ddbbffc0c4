package io.vouchline.risk.simulation.screen;

import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.Request.Later;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/**
 * Puts requests to a screen in the order of simulated time. What would happen after a request
 * happens only if it was not blocked: who is sent nothing can neither enter a code nor guess one.
 */
public final class Replay {

    private static final Comparator<Due> BY_TIME =
            Comparator.comparing(Due::at).thenComparing(Due::id);

    private final Screen screen;
    private final PriorityQueue<Due> due = new PriorityQueue<>(BY_TIME);
    private final List<Decision> decisions = new ArrayList<>();

    private Replay(Screen screen) {
        this.screen = screen;
    }

    /**
     * Runs the requests.
     *
     * @param requests by their time
     * @param progress told how many requests were decided on, after each
     * @return a decision for each request, in the same order
     */
    public static List<Decision> of(List<Request> requests, Screen screen, IntConsumer progress) {
        Replay replay = new Replay(screen);
        for (Request request : requests) {
            replay.happenUntil(request.at());
            replay.decide(request);
            progress.accept(replay.decisions.size());
        }
        replay.happenUntil(Instant.MAX);
        return replay.decisions;
    }

    private void decide(Request request) {
        Verdict verdict = screen.ask(request);
        decisions.add(new Decision(request, verdict));
        if (!verdict.blocked()) {
            List<Later> afterwards = request.afterwards();
            for (int i = 0; i < afterwards.size(); i++) {
                due.add(new Due(request.id() + "-" + i, request, afterwards.get(i)));
            }
        }
    }

    private void happenUntil(Instant end) {
        while (!due.isEmpty() && due.element().at().isBefore(end)) {
            Due next = due.remove();
            screen.happened(next.id(), next.request(), next.later().event(), next.at());
        }
    }

    private record Due(String id, Request request, Later later) {

        Instant at() {
            return request.at().plus(later.after());
        }
    }
}
