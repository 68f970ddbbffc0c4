package io.vouchline.local.load;

import java.util.Locale;

/** Shows how far an import is: with a bar for a terminal, or as a line of a log. */
final class ProgressText {

    private static final int LONGEST_BAR = 40;
    private static final int SHORTEST_BAR = 8;
    private static final int BRACKETS = 3;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private ProgressText() {}

    /** One line that is no wider than the terminal. */
    static String bar(Progress progress, int columns) {
        String facts = facts(progress);
        // The last column stays free: some terminals begin a new line behind it.
        int room = columns - 1 - facts.length() - BRACKETS;
        if (room < SHORTEST_BAR) {
            return facts.substring(0, Math.max(0, Math.min(facts.length(), columns - 1)));
        }
        int length = Math.min(room, LONGEST_BAR);
        int full = length * progress.percent() / 100;
        return "[" + "#".repeat(full) + "-".repeat(length - full) + "] " + facts;
    }

    /** What a bar would show, in words. */
    static String line(Progress progress) {
        return "vouchline: " + facts(progress).strip();
    }

    private static String facts(Progress progress) {
        Unit unit = Unit.of(progress.size());
        return String.format(
                Locale.ROOT,
                "%3d %%  %s of %s %s, %s/s, %,d lines, %,d rejected, %s",
                progress.percent(),
                unit.amount(progress.sent()),
                unit.amount(progress.size()),
                unit.name(),
                rate(progress),
                progress.counters().lines(),
                progress.counters().rejected(),
                rest(progress));
    }

    /** Bytes, in the unit that suits the whole file. */
    static String size(long bytes, long whole) {
        Unit unit = Unit.of(whole);
        return unit.amount(bytes) + " of " + unit.amount(whole) + " " + unit.name();
    }

    private static String rate(Progress progress) {
        long rate = (long) progress.bytesPerSecond();
        Unit unit = Unit.of(rate);
        return unit.amount(rate) + " " + unit.name();
    }

    private static String rest(Progress progress) {
        if (progress.isSent()) {
            return "all sent";
        }
        long left = progress.secondsLeft();
        return left < 0 ? "-:-- left" : time(left) + " left";
    }

    private static String time(long seconds) {
        long rest = seconds % MINUTE;
        return seconds < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", seconds / MINUTE, rest)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", seconds / HOUR, seconds % HOUR / MINUTE, rest);
    }

    /** Units as the makers of disks count them. */
    private record Unit(double bytes, String name, String format) {

        private static final double KILO = 1e3;
        private static final double MEGA = 1e6;
        private static final double GIGA = 1e9;

        static Unit of(long bytes) {
            if (bytes < KILO) {
                return new Unit(1, "B", "%.0f");
            }
            if (bytes < MEGA) {
                return new Unit(KILO, "kB", "%.1f");
            }
            return bytes < GIGA ? new Unit(MEGA, "MB", "%.1f") : new Unit(GIGA, "GB", "%.2f");
        }

        String amount(long count) {
            return String.format(Locale.ROOT, format, count / bytes);
        }
    }
}
