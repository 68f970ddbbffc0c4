package io.vouchline.risk.simulation.attack;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.number.LineType;
import io.vouchline.risk.simulation.traffic.Clients;
import io.vouchline.risk.simulation.traffic.Numbering;
import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * SMS pumping (artificially inflated traffic): codes are sent to many numbers of a small operator,
 * who shares the fee with the attacker. Nobody enters a code.
 *
 * @param name its name
 * @param home whether the operator is of the home region
 * @param ranges how many ranges the numbers lie in
 * @param order how numbers follow one another
 * @param interval the mean time between two requests, if so many fit in the day
 * @param start when it begins, after midnight
 */
record Pumping(
        String name, boolean home, int ranges, Order order, Duration interval, Duration start)
        implements Attack {

    /** How numbers follow one another. */
    enum Order {
        /** Each is one to three after the last of its range. */
        SEQUENTIAL,
        /** Anywhere in the range's 10,000 numbers. */
        RANDOM
    }

    /** Where trade reports saw most of it: Cuba, Latvia, Lithuania, Somalia, Nigeria, Dom. Rep. */
    private static final List<String> REGIONS = List.of("CU", "LV", "LT", "SO", "NG", "DO");

    private static final int PROXIES = 200;
    private static final int OPEN_DIGITS = 4;
    private static final int LONGEST_STEP = 3;

    @Override
    public List<Request> requests(World world, int volume) {
        RandomGenerator random = world.random(name);
        String region =
                home ? world.priors().region() : REGIONS.get(random.nextInt(REGIONS.size()));
        List<PhoneNumber> last = new ArrayList<>();
        for (int i = 0; i < ranges; i++) {
            last.add(Numbering.any(region, LineType.MOBILE, random).orElseThrow());
        }
        Draft draft = new Draft(name, world, random, PROXIES);
        Duration wait = Waits.fitting(interval, start, volume);
        Instant at = world.timeline().measured().plus(start);
        for (int i = 0; i < volume; i++) {
            int range = i % ranges;
            last.set(range, next(last.get(range), random));
            draft.web(Clients.WEB, at, last.get(range));
            at = at.plusMillis(Waits.about(wait, random));
        }
        return draft.requests();
    }

    private PhoneNumber next(PhoneNumber last, RandomGenerator random) {
        Optional<PhoneNumber> next =
                order == Order.RANDOM
                        ? Optional.empty()
                        : Numbering.after(last, random.nextInt(1, LONGEST_STEP + 1));
        return next.or(() -> Numbering.sibling(last, OPEN_DIGITS, random)).orElse(last);
    }
}
