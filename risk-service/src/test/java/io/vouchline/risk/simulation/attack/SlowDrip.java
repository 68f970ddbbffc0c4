package io.vouchline.risk.simulation.attack;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.number.LineType;
import io.vouchline.risk.simulation.traffic.Clients;
import io.vouchline.risk.simulation.traffic.Numbering;
import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Pumping that hides: one request each 5 to 20 minutes, over many ranges of many regions and from
 * the second day on. Its volume follows from its pace.
 *
 * @param ranges how many ranges the numbers lie in
 */
record SlowDrip(int ranges) implements Attack {

    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final int PROXIES = 100;
    private static final int OPEN_DIGITS = 4;

    @Override
    public String name() {
        return "slow-drip";
    }

    @Override
    public List<Request> requests(World world, int volume) {
        RandomGenerator random = world.random(name());
        List<PhoneNumber> first =
                random.ints(0, Numbering.regions().size())
                        .mapToObj(region -> Numbering.regions().get(region))
                        .filter(region -> !region.equals(world.priors().region()))
                        .map(region -> Numbering.any(region, LineType.MOBILE, random))
                        .flatMap(Optional::stream)
                        .limit(ranges)
                        .toList();
        Draft draft = new Draft(name(), world, random, PROXIES);
        Instant at = world.timeline().start(Math.min(1, world.timeline().warmUpDays()));
        while (at.isBefore(world.timeline().end())) {
            PhoneNumber range = first.get(random.nextInt(ranges));
            draft.web(Clients.WEB, at, Numbering.sibling(range, OPEN_DIGITS, random).orElse(range));
            at = at.plusMillis(random.nextLong(SHORTEST.toMillis(), LONGEST.toMillis()));
        }
        return draft.requests();
    }
}
