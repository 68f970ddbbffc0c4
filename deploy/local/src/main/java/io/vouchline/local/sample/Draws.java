package io.vouchline.local.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Decisions that look random and are the same each time for one seed, customer and subject: so any
 * customer can be made up without those before.
 */
final class Draws {

    private static final long ODD_FRACTION_OF_THE_GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Draws(SplittableRandom random) {
        this.random = random;
    }

    /** What is to be decided: each subject has its own decisions. */
    enum Subject {
        PERSON,
        CONTACT,
        HOLDINGS,
        ACCOUNT,
        CARDS
    }

    static Draws of(long seed, long position, Subject subject) {
        long mixed = mixed(seed, position, subject.name().hashCode());
        return new Draws(new SplittableRandom(mixed));
    }

    /** A number that depends on all of these, in every bit. */
    static long mixed(long... values) {
        long mixed = 0;
        for (long value : values) {
            mixed = scrambled((mixed ^ value) + ODD_FRACTION_OF_THE_GOLDEN_RATIO);
        }
        return mixed;
    }

    /** The finishing steps of SplitMix64, which are one to one. */
    private static long scrambled(long value) {
        long first = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long below(long bound) {
        return random.nextLong(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    LocalDate day(LocalDate first, LocalDate last) {
        return LocalDate.ofEpochDay(random.nextLong(first.toEpochDay(), last.toEpochDay() + 1));
    }

    String fourDigits() {
        return Integer.toString(10_000 + random.nextInt(10_000)).substring(1);
    }
}
