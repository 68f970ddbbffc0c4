package io.vouchline.risk.simulation;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells how far the work is, at most twice a second. */
final class Progress {

    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private final PrintStream errors;
    private final long start = System.nanoTime();
    private long last = start;
    private String run = "";

    Progress(PrintStream errors) {
        this.errors = errors;
    }

    /** A run begins, of so many. */
    void begin(int number, int count, long seed, double share) {
        run =
                String.format(
                        Locale.ROOT,
                        "run %d of %d (seed %d, share %s)",
                        number,
                        count,
                        seed,
                        share);
        print("");
    }

    /** So many requests of the run were decided on. */
    void tell(int done, int count) {
        long now = System.nanoTime();
        if (done == 1) {
            // Until then the bank and its streams were made.
            last = now;
        } else if (now - last >= PAUSE_NANOS) {
            last = now;
            print(", %d of %d requests".formatted(done, count));
        }
    }

    /** All is done. */
    void end() {
        errors.printf(
                Locale.ROOT,
                "simulated in %.1f s%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    }

    private void print(String more) {
        errors.println(run + more);
    }
}
