package io.vouchline.risk.signal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** The points of one signal, in log-odds. */
public final class Table {

    private final Map<String, Double> cases;
    private final NavigableMap<Double, Double> amounts;

    private Table(Map<String, Double> cases, NavigableMap<Double, Double> amounts) {
        this.cases = cases;
        this.amounts = amounts;
    }

    /** Points by case. */
    static Table ofCases(Map<String, Double> points) {
        return new Table(Map.copyOf(points), new TreeMap<>());
    }

    /** Points by lower bounds; there must be one for 0. */
    static Table ofAmounts(NavigableMap<Double, Double> points) {
        return new Table(Map.of(), new TreeMap<>(points));
    }

    /** The points of a case that the signal's shape names. */
    double of(String name) {
        return Objects.requireNonNull(cases.get(name), name);
    }

    /**
     * The points of an amount: those of the highest bound that is not above it.
     *
     * @param amount 0 or more
     */
    double of(double amount) {
        return Objects.requireNonNull(amounts.floorEntry(amount), "no bound at 0").getValue();
    }
}
