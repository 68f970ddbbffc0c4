package io.vouchline.risk.simulation;

import io.vouchline.risk.simulation.attack.Attack;
import io.vouchline.risk.simulation.report.Run;
import io.vouchline.risk.simulation.screen.Decision;
import io.vouchline.risk.simulation.screen.Replay;
import io.vouchline.risk.simulation.screen.Screen;
import io.vouchline.risk.simulation.traffic.Priors;
import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs scenarios, each against a screen that remembers nothing yet. */
final class Simulation {

    private final Priors priors;
    private final Supplier<Screen> screens;
    private final Progress progress;

    Simulation(Priors priors, Supplier<Screen> screens, Progress progress) {
        this.priors = priors;
        this.screens = screens;
        this.progress = progress;
    }

    /**
     * Runs every seed with every share.
     *
     * @param groups attacks of a group are run on the same day
     */
    List<Run> all(List<Long> seeds, List<Double> shares, List<List<Attack>> groups) {
        List<Run> runs = new ArrayList<>();
        int count = seeds.size() * shares.size() * groups.size();
        for (double share : shares) {
            for (long seed : seeds) {
                for (List<Attack> group : groups) {
                    progress.begin(runs.size() + 1, count, seed, share);
                    runs.add(run(new Scenario(priors, seed, share, group)));
                }
            }
        }
        progress.end();
        return runs;
    }

    private Run run(Scenario scenario) {
        World world = new World(priors, scenario.seed());
        List<Request> requests = scenario.requests(world);
        Instant measured = world.timeline().measured();
        try (Screen screen = screens.get()) {
            List<Decision> decisions =
                    Replay.of(requests, screen, done -> progress.tell(done, requests.size()));
            return new Run(
                    scenario.seed(),
                    scenario.share(),
                    decisions.stream()
                            .filter(decision -> isMeasured(decision.request(), measured))
                            .toList());
        }
    }

    /** Attacks, and what genuine callers asked on the measured day. */
    private static boolean isMeasured(Request request, Instant measured) {
        return request.attack().isPresent() || !request.at().isBefore(measured);
    }
}
