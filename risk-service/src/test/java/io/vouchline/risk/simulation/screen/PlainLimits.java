package io.vouchline.risk.simulation.screen;

import io.vouchline.contract.number.Place;
import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.number.LineType;
import io.vouchline.risk.simulation.traffic.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What many have in place of a score, to compare it with: premium-rate numbers and numbers of no
 * region are refused, a number has {@value #NUMBER_HOUR} codes an hour, a range of numbers {@value
 * #RANGE_HOUR} unverified codes an hour, an address {@value #ADDRESS_HOUR} requests an hour. A
 * score is how much of the fullest limit is used: 500 for all of it.
 */
public final class PlainLimits implements Screen {

    private static final double NUMBER_HOUR = 4;
    private static final double RANGE_HOUR = 25;
    private static final double ADDRESS_HOUR = 60;
    private static final int FULL = 500;
    private static final int HIGHEST = 1000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final int threshold;
    private final Map<String, Decay> counts = new HashMap<>();

    /** Blocks scores above the threshold. */
    public PlainLimits(int threshold) {
        this.threshold = threshold;
    }

    @Override
    public Verdict ask(Request request) {
        LineType type = LineType.of(request.number());
        if (type == LineType.RESTRICTED_PREMIUM || type == LineType.INVALID) {
            return verdict(HIGHEST, "range");
        }
        double number = add(request.number().e164(), 1, request.at()) / NUMBER_HOUR;
        double range = add(range(request), 1, request.at()) / RANGE_HOUR;
        double address =
                request.address().map(from -> add(from, 1, request.at())).orElse(0.0)
                        / ADDRESS_HOUR;
        double fullest = Math.max(number, Math.max(range, address));
        Verdict verdict =
                verdict(
                        (int) Math.min(fullest * FULL, HIGHEST),
                        fullest == number ? "number" : fullest == range ? "range" : "address");
        if (verdict.blocked()) {
            add(range(request), -1, request.at());
        }
        return verdict;
    }

    @Override
    public void happened(String id, Request request, Event event, Instant at) {
        if (event == Event.VERIFIED) {
            add(range(request), -1, at);
        }
    }

    private Verdict verdict(int score, String reason) {
        return new Verdict(score, score > threshold, List.of(reason));
    }

    private double add(String key, double more, Instant at) {
        return counts.computeIfAbsent(key, any -> new Decay(HOUR)).add(more, at);
    }

    private static String range(Request request) {
        return "range " + Place.of(request.number()).range();
    }
}
