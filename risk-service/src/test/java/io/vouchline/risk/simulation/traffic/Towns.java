package io.vouchline.risk.simulation.traffic;

import io.vouchline.contract.number.PhoneNumber;
import io.vouchline.risk.number.LineType;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The blocks of 10,000 numbers that a region's customers have theirs in. Some towns, and some
 * blocks in each, have far more customers than others.
 */
final class Towns {

    /** An area code, or the first digits of an operator's ranges. */
    private static final int TOWN_DIGITS = 3;

    private final double concentration;
    private final RandomGenerator random;
    private final List<List<PhoneNumber>> blocks = new ArrayList<>();

    Towns(Priors priors, LineType type, RandomGenerator random) {
        this.concentration = priors.concentration();
        this.random = random;
        for (int i = 0; i < priors.towns(); i++) {
            PhoneNumber town = Numbering.any(priors.region(), type, random).orElseThrow();
            List<PhoneNumber> inTown = new ArrayList<>();
            int open = town.nationalNumber().length() - TOWN_DIGITS;
            for (int j = 1; j < priors.blocks(); j++) {
                Numbering.sibling(town, open, random).ifPresent(inTown::add);
            }
            inTown.add(town);
            blocks.add(inTown);
        }
    }

    /** The number of somebody who lives there. */
    PhoneNumber number() {
        List<PhoneNumber> town = blocks.get(rank(blocks.size()));
        PhoneNumber block = town.get(rank(town.size()));
        return Numbering.sibling(block, 4, random).orElse(block);
    }

    private int rank(int count) {
        return Math.min((int) (count * Math.pow(random.nextDouble(), concentration)), count - 1);
    }
}
