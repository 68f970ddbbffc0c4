package io.vouchline.risk.simulation.report;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.simulation.screen.Decision;
import io.vouchline.risk.simulation.screen.Verdict;
import io.vouchline.risk.simulation.traffic.Kind;
import io.vouchline.risk.simulation.traffic.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decisions made up for tests. */
final class Made {

    private static final Instant START = Instant.parse("2040-01-02T00:00:00Z");

    private Made() {}

    /** An attack's requests, one a second and for a dollar each, with these scores. */
    static List<Decision> attack(int... scores) {
        List<Decision> decisions = new ArrayList<>();
        for (int score : scores) {
            decisions.add(
                    decision(
                            decisions.size(),
                            "+16502530000",
                            Optional.of("attack"),
                            Set.of(),
                            score));
        }
        return decisions;
    }

    /** A genuine request. */
    static Decision genuine(String number, Kind kind, int score) {
        return decision(0, number, Optional.empty(), Set.of(kind), score);
    }

    private static Decision decision(
            int second, String number, Optional<String> attack, Set<Kind> kinds, int score) {
        Request request =
                new Request(
                        "made-%06d".formatted(second),
                        START.plusSeconds(second),
                        PhoneNumber.ofE164(number),
                        "web",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        attack,
                        kinds,
                        1,
                        List.of());
        return new Decision(request, new Verdict(score, score > 600, List.of("made_up")));
    }
}
