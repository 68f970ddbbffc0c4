package io.vouchline.risk.simulation.report;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An axis of a chart.
 *
 * @param label what it shows, and its unit
 * @param logarithmic whether equal steps are equal factors
 * @param ticks where it has marks, and their words; the first and the last are its ends
 */
record Axis(String label, boolean logarithmic, SortedMap<Double, String> ticks) {

    static Axis percent(String label) {
        return new Axis(
                label,
                false,
                new TreeMap<>(
                        Map.of(
                                0.0, "0 %", 20.0, "20 %", 40.0, "40 %", 60.0, "60 %", 80.0, "80 %",
                                100.0, "100 %")));
    }

    /** Where a value lies between the axis's ends, 0 to 1; values beyond them lie on them. */
    double position(double value) {
        double low = scaled(ticks.firstKey());
        double high = scaled(ticks.lastKey());
        double within = Math.clamp(value, ticks.firstKey(), ticks.lastKey());
        return (scaled(within) - low) / (high - low);
    }

    private double scaled(double value) {
        return logarithmic ? Math.log(value) : value;
    }
}
