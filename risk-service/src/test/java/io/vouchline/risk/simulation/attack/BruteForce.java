package io.vouchline.risk.simulation.attack;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.contract.risk.RiskApi.Attestation;
import io.vouchline.risk.history.HistoryStore.Event;
import io.vouchline.risk.simulation.traffic.Customer;
import io.vouchline.risk.simulation.traffic.Kind;
import io.vouchline.risk.simulation.traffic.Request;
import io.vouchline.risk.simulation.traffic.Request.Later;
import io.vouchline.risk.simulation.traffic.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Guessing: codes for a few customers are asked for again and again, by telephone and in the
 * victims' names, and wrong ones entered until the number is locked.
 *
 * @param victims how many customers
 * @param interval the mean time between two requests, if so many fit in the day
 * @param start when it begins, after midnight
 */
record BruteForce(int victims, Duration interval, Duration start) implements Attack {

    private static final int WRONG_EACH = 3;
    private static final int LOCKED_EVERY = 2;
    private static final List<Attestation> SAID =
            List.of(Attestation.B, Attestation.C, Attestation.NONE, Attestation.FAILED);

    @Override
    public String name() {
        return "brute-force";
    }

    @Override
    public List<Request> requests(World world, int volume) {
        RandomGenerator random = world.random(name());
        List<PhoneNumber> numbers = victims(world, random);
        Draft draft = new Draft(name(), world, random, 0);
        Duration wait = Waits.fitting(interval, start, volume);
        Instant at = world.timeline().measured().plus(start);
        for (int i = 0; i < volume; i++) {
            draft.voice(
                    at,
                    numbers.get(i % victims),
                    SAID.get(random.nextInt(SAID.size())),
                    guesses((i / victims) % LOCKED_EVERY == LOCKED_EVERY - 1));
            at = at.plusMillis(Waits.about(wait, random));
        }
        return draft.requests();
    }

    private List<PhoneNumber> victims(World world, RandomGenerator random) {
        List<Customer> regulars =
                world.population().customers().subList(0, world.priors().regulars());
        return Stream.generate(() -> regulars.get(random.nextInt(regulars.size())))
                .filter(customer -> customer.kinds().contains(Kind.HOME))
                .map(Customer::number)
                .distinct()
                .limit(victims)
                .toList();
    }

    private static List<Later> guesses(boolean locks) {
        List<Later> guesses = new ArrayList<>();
        guesses.add(new Later(Duration.ofSeconds(1), Event.SENT));
        for (int i = 1; i <= WRONG_EACH; i++) {
            guesses.add(new Later(Duration.ofSeconds(5L * i), Event.WRONG));
        }
        if (locks) {
            guesses.add(new Later(Duration.ofSeconds(5L * WRONG_EACH), Event.LOCKED));
        }
        return guesses;
    }
}
