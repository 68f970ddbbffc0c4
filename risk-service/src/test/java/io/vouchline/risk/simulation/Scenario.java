package io.vouchline.risk.simulation;

import io.vouchline.risk.simulation.attack.Attack;
import io.vouchline.risk.simulation.traffic.GenuineStream;
import io.vouchline.risk.simulation.traffic.Priors;
import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One bank, its genuine callers and some attacks.
 *
 * @param share of each attack in the traffic that it and genuine callers make on the measured day
 */
record Scenario(Priors priors, long seed, double share, List<Attack> attacks) {

    /** All requests, by their time. The same scenario has the same ones. */
    List<Request> requests() {
        return requests(new World(priors, seed));
    }

    /** All requests in this scenario's world. */
    List<Request> requests(World world) {
        List<Request> genuine = GenuineStream.of(world);
        Instant measured = world.timeline().measured();
        long ofTheDay =
                genuine.stream().filter(request -> !request.at().isBefore(measured)).count();
        int volume = Math.toIntExact(Math.round(ofTheDay * share / (1 - share)));
        List<Request> all = new ArrayList<>(genuine);
        attacks.forEach(attack -> all.addAll(attack.requests(world, volume)));
        all.sort(Comparator.comparing(Request::at).thenComparing(Request::id));
        return all;
    }
}
