package io.vouchline.local.report;

import java.util.Locale;

/** Time that has passed, to be shown. */
public final class Stopwatch {

    private static final double NANOS = 1e9;

    private final long start;

    private Stopwatch(long start) {
        this.start = start;
    }

    /** Begins now. */
    public static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    /** Seconds until now. */
    public double seconds() {
        return (System.nanoTime() - start) / NANOS;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f s", seconds());
    }
}
