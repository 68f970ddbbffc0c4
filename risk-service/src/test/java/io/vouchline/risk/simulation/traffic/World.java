package io.vouchline.risk.simulation.traffic;

import io.vouchline.contract.number.PhoneNumber;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Where a run takes place: the bank, its customers, its days and what messages cost. */
public final class World {

    private static final String GENERATOR = "L64X128MixRandom";

    private final Priors priors;
    private final long seed;
    private final Timeline timeline;
    private final Population population;
    private final Tariff tariff;

    /**
     * A world.
     *
     * @param seed the same seed makes the same customers and streams
     * @throws IllegalArgumentException if no streams can be made of the priors
     */
    public World(Priors priors, long seed) {
        PriorsCheck.demand(priors);
        this.priors = priors;
        this.seed = seed;
        this.timeline = Timeline.of(priors);
        this.population = new Population(priors, random("population"));
        this.tariff = new Tariff(priors);
    }

    /**
     * Refuses priors that no streams can be made of.
     *
     * @throws IllegalArgumentException with the prior's name and its range
     */
    public static void demandSensible(Priors priors) {
        PriorsCheck.demand(priors);
    }

    /** What is assumed of genuine callers. */
    public Priors priors() {
        return priors;
    }

    /** The days. */
    public Timeline timeline() {
        return timeline;
    }

    /** The customers. */
    public Population population() {
        return population;
    }

    /** What a message to this number costs, in US dollars. */
    public double cost(PhoneNumber number) {
        return tariff.of(number);
    }

    /** Randomness of its own for a part of the run, so that no part changes another. */
    public RandomGenerator random(String part) {
        return RandomGeneratorFactory.of(GENERATOR).create(seed * 1_000_003 + part.hashCode());
    }
}
