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
 * International revenue share fraud: few messages to numbers that pay whoever holds them, spread
 * over satellite networks, international networks, premium-rate and personal numbers of many
 * regions.
 *
 * @param start when it begins, after midnight
 * @param length how long it lasts
 */
record RevenueShare(Duration start, Duration length) implements Attack {

    /** ITU-T E.164: 870 and 881 satellites, 882 and 883 networks, 979 premium rate. */
    private static final List<Integer> NETWORKS = List.of(870, 881, 881, 882, 883, 979);

    private static final int PROXIES = 50;
    private static final int LEAST = 20;
    private static final int PART_OF_VOLUME = 4;

    @Override
    public String name() {
        return "revenue-share";
    }

    /** A quarter of the volume: such numbers pay so well that few messages are enough. */
    @Override
    public List<Request> requests(World world, int volume) {
        RandomGenerator random = world.random(name());
        Draft draft = new Draft(name(), world, random, PROXIES);
        int count = Math.max(LEAST, volume / PART_OF_VOLUME);
        Instant at = world.timeline().measured().plus(start);
        for (int i = 0; i < count; i++) {
            draft.web(Clients.WEB, at, number(random));
            at = at.plusMillis(Waits.about(length.dividedBy(count), random));
        }
        return draft.requests();
    }

    private static PhoneNumber number(RandomGenerator random) {
        Optional<PhoneNumber> number = Optional.empty();
        while (number.isEmpty()) {
            number = tried(random);
        }
        return number.get();
    }

    private static Optional<PhoneNumber> tried(RandomGenerator random) {
        int kind = random.nextInt(3);
        if (kind == 0) {
            return Numbering.anyOfNetwork(NETWORKS.get(random.nextInt(NETWORKS.size())), random);
        }
        List<String> regions = Numbering.regions();
        String region = regions.get(random.nextInt(regions.size()));
        LineType type =
                kind == 1 || random.nextInt(3) > 0
                        ? LineType.RESTRICTED_PREMIUM
                        : LineType.PERSONAL;
        return Numbering.any(region, type, random);
    }
}
