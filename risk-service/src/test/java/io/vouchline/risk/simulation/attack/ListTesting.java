package io.vouchline.risk.simulation.attack;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.number.LineType;
import io.vouchline.risk.simulation.traffic.Clients;
import io.vouchline.risk.simulation.traffic.Customer;
import io.vouchline.risk.simulation.traffic.Numbering;
import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Somebody tries a bought list to learn whose numbers the bank knows: many different numbers, most
 * of them real customers', each once. Nobody enters a code.
 *
 * @param name its name
 * @param addresses how many addresses it comes from
 * @param client the client it comes through
 * @param interval the mean time between two requests, if so many fit in the day
 * @param start when it begins, after midnight
 */
record ListTesting(String name, int addresses, String client, Duration interval, Duration start)
        implements Attack {

    private static final double CUSTOMERS = 0.8;

    @Override
    public List<Request> requests(World world, int volume) {
        RandomGenerator random = world.random(name);
        Draft draft = new Draft(name, world, random, addresses);
        Duration wait = Waits.fitting(interval, start, volume);
        Instant at = world.timeline().measured().plus(start);
        for (int i = 0; i < volume; i++) {
            draft.web(client, at, number(world, random));
            at = at.plusMillis(Waits.about(wait, random));
        }
        return draft.requests();
    }

    /** The web channel's own client. */
    static ListTesting fromOneAddress(Duration interval, Duration start) {
        return new ListTesting("list-one-address", 1, Clients.WEB, interval, start);
    }

    /** A client whose credentials were stolen; it has no other traffic. */
    static ListTesting throughOneClient(Duration interval, Duration start) {
        return new ListTesting("list-one-client", 500, "stolen", interval, start);
    }

    private static PhoneNumber number(World world, RandomGenerator random) {
        List<Customer> customers = world.population().customers();
        PhoneNumber number = customers.get(random.nextInt(customers.size())).number();
        return random.nextDouble() < CUSTOMERS
                ? number
                : Numbering.any(world.priors().region(), LineType.MOBILE, random).orElse(number);
    }
}
