package io.vouchline.risk.signal;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables of points, one a signal. Points that do not fit their signal's shape stop the start. */
final class Tables {

    private static final Pattern BOUND = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

    private final Weights weights;

    private Tables(Weights weights) {
        this.weights = weights;
    }

    /** The tables of exactly these signals. */
    static Map<Signal, Table> of(Weights weights, Collection<Signal> signals) {
        Tables tables = new Tables(weights);
        tables.demandKnown(signals.stream().map(Signal::name).collect(Collectors.toSet()));
        return signals.stream().collect(Collectors.toUnmodifiableMap(s -> s, tables::table));
    }

    private void demandKnown(Set<String> names) {
        for (String name : new TreeSet<>(weights.signals().keySet())) {
            if (!names.contains(name)) {
                throw unusable("there is no signal %s; remove it".formatted(name));
            }
        }
    }

    private Table table(Signal signal) {
        String name = signal.name();
        Map<String, Double> points = weights.signals().get(name);
        if (points == null) {
            throw unusable(
                    "the signal %s is missing; add it, with points of 0 if it is to say nothing"
                            .formatted(name));
        }
        return switch (signal.shape()) {
            case Shape.Cases cases -> byCase(name, cases, points);
            case Shape.Amounts amounts -> byAmount(name, amounts, points);
        };
    }

    private Table byCase(String signal, Shape.Cases cases, Map<String, Double> points) {
        for (String name : new TreeSet<>(cases.names())) {
            if (!points.containsKey(name)) {
                throw unusable(
                        "the signal %s has no points for the case %s; add them"
                                .formatted(signal, name));
            }
        }
        for (String name : new TreeSet<>(points.keySet())) {
            if (!cases.names().contains(name)) {
                throw unusable("the signal %s has no case %s; remove it".formatted(signal, name));
            }
        }
        return new Table.ByCase(points);
    }

    private Table byAmount(String signal, Shape.Amounts shape, Map<String, Double> points) {
        NavigableMap<Double, Double> sorted = new TreeMap<>();
        points.forEach((bound, value) -> add(sorted, signal, bound, value));
        if (!sorted.containsKey(0.0)) {
            throw unusable(
                    "the signal %s has no points for the lower bound 0; add them"
                            .formatted(signal));
        }
        demandMonotonic(signal, shape, sorted);
        return new Table.ByAmount(sorted);
    }

    private void add(
            NavigableMap<Double, Double> sorted, String signal, String bound, Double points) {
        if (!BOUND.matcher(bound).matches()) {
            throw unusable(
                    "the signal %s has the lower bound %s; write a number of 0 or more, such as 2.5"
                            .formatted(signal, bound));
        }
        if (sorted.put(Double.valueOf(bound), points) != null) {
            throw unusable(
                    "the signal %s has the lower bound %s twice; keep one of them"
                            .formatted(signal, Double.valueOf(bound)));
        }
    }

    private void demandMonotonic(
            String signal, Shape.Amounts shape, NavigableMap<Double, Double> points) {
        double before = points.firstEntry().getValue();
        for (Map.Entry<Double, Double> each : points.entrySet()) {
            double now = each.getValue();
            if (shape.rising() ? now < before : now > before) {
                throw unusable(
                        "the signal %s has %s points from %s on, after %s; let them %s from bound to bound or stay"
                                .formatted(
                                        signal,
                                        now,
                                        each.getKey(),
                                        before,
                                        shape.rising() ? "rise" : "fall"));
            }
            before = now;
        }
    }

    private IllegalStateException unusable(String why) {
        return Members.unusable(weights.origin(), why);
    }
}
