package io.vouchline.risk.signal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;

/** The points of one signal, in log-odds. */
sealed interface Table {

    /** The points of what the table's signal finds. */
    double of(Finding finding);

    /** Points by case. */
    record ByCase(Map<String, Double> points) implements Table {

        public ByCase {
            points = Map.copyOf(points);
        }

        @Override
        public double of(Finding finding) {
            String name = ((Finding.Case) finding).name();
            return Objects.requireNonNull(points.get(name), name);
        }
    }

    /** Points by lower bounds. An amount has the points of the highest bound that is not above. */
    final class ByAmount implements Table {

        private final double[] bounds;
        private final double[] points;

        /**
         * A table of these bounds and their points.
         *
         * @param points one of the bounds is 0
         */
        ByAmount(NavigableMap<Double, Double> points) {
            this.bounds = points.keySet().stream().mapToDouble(Double::doubleValue).toArray();
            this.points = points.values().stream().mapToDouble(Double::doubleValue).toArray();
        }

        @Override
        public double of(Finding finding) {
            double amount = ((Finding.Amount) finding).value();
            int i = bounds.length - 1;
            while (i > 0 && amount < bounds[i]) {
                i--;
            }
            return points[i];
        }
    }
}
