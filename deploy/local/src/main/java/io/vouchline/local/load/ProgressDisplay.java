package io.vouchline.local.load;

import java.io.PrintStream;

/**
 * Shows an import on standard error: a bar that is drawn again and again where there is a terminal,
 * else a line every few seconds.
 */
final class ProgressDisplay {

    private static final double SECONDS_BETWEEN_LINES = 5;

    private final PrintStream errors;
    private final int columns;
    private double lastLine;
    private int drawn;
    private boolean over;

    /** With no columns, there is no terminal. */
    ProgressDisplay(PrintStream errors, int columns) {
        this.errors = errors;
        this.columns = columns;
    }

    synchronized void show(Progress progress) {
        if (over) {
            return;
        }
        if (columns > 0) {
            draw(progress);
        } else if (progress.seconds() - lastLine >= SECONDS_BETWEEN_LINES) {
            lastLine = progress.seconds();
            errors.println(ProgressText.line(progress));
        }
    }

    private void draw(Progress progress) {
        String bar = ProgressText.bar(progress, columns);
        // What is left of a longer line before is painted over.
        errors.print("\r" + bar + " ".repeat(Math.max(0, drawn - bar.length())));
        errors.flush();
        drawn = bar.length();
    }

    /** The last bar stays, and what follows begins on a line of its own. */
    synchronized void end() {
        if (!over && drawn > 0) {
            errors.println();
        }
        over = true;
    }
}
